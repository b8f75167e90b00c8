"""Topics of articles, held against finding them one by one."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Mention, Span, Topic
from generator.render.spoken import Spoken

IDS = [f"a{number}" for number in range(6)]
TOPICS = st.dictionaries(
    st.text("abé", min_size=1, max_size=2),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from((0.0, 0.25, 0.5)), min_size=1),
).map(
    lambda scores: [
        Topic(key, key, None, (), tuple(Mention(id_, scores[key][id_], (Span(0, 1),)) for id_ in sorted(scores[key])))
        for key in sorted(scores)
    ]
)


@given(TOPICS)
def test_the_topics_of_an_article_go_by_score_then_by_key(topics):
    spoken = Spoken(topics, IDS)
    for id_ in IDS:
        pairs = [(topic, one) for topic in topics for one in topic.mentions if one.article == id_]
        assert spoken[id_] == tuple(sorted(pairs, key=lambda pair: (-pair[1].score, pair[0].key)))


@given(TOPICS, st.sets(st.sampled_from(IDS)), st.integers(0, 4))
def test_most_topics_are_counted_then_by_key(topics, ids, top):
    counts = Counter(topic.key for topic in topics for one in topic.mentions if one.article in ids)
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:top]
    assert list(Spoken(topics, IDS).most(ids, top).items()) == expected
