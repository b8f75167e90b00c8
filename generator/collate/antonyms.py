"""Pairs of opposite words, from WordNet.

WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved; its licence allows use, copies, changes and
distribution for any purpose, without fee, as long as this notice stays: "THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"
AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR
PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS." The name of Princeton University or Princeton may not be used in advertising or
publicity pertaining to distribution of the software and/or database. Title to copyright in this software, database and
any associated documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.

Taken from it were the antonyms of one word each that are both common (3.3 and more on the Zipf scale), and of these
left out by hand those that do not contradict each other in the news (king and queen, day and night, black and white).
"""

PAIRS = {
    "noun": """
        ability/inability absence/presence abundance/scarcity acceptance/rejection advantage/disadvantage
        agreement/disagreement appearance/disappearance ascent/descent beginning/end best/worst birth/death
        bottom/top certainty/uncertainty comfort/discomfort competence/incompetence contraction/expansion
        convenience/inconvenience danger/safety decline/improvement despair/hope
        dissatisfaction/satisfaction distrust/trust employment/unemployment equality/inequality exclusion/inclusion
        export/import failure/success foe/friend guilt/innocence happiness/sadness injustice/justice insanity/sanity
        insecurity/security intolerance/tolerance joy/sorrow loser/winner majority/minority
        maximum/minimum pain/pleasure peace/war penalty/reward poverty/wealth strength/weakness
        strengthening/weakening sunrise/sunset
    """,
    "verb": """
        abolish/establish accept/refuse accept/reject admit/deny admit/exclude admit/reject agree/disagree
        allow/deny appear/disappear applaud/boo attack/defend avoid/confront begin/end borrow/lend buy/sell
        close/open connect/disconnect conserve/waste criticize/praise deposit/withdraw disable/enable
        discourage/encourage dislike/like distrust/trust divide/unite download/upload enter/exit exclude/include
        export/import fail/succeed fire/hire forbid/permit harden/soften hate/love hide/show keep/lose lock/unlock
        maximize/minimize reassure/worry resist/surrender shrink/stretch start/stop strengthen/weaken
    """,
    "adjective": """
        able/unable abnormal/normal absent/present abundant/scarce acceptable/unacceptable accessible/inaccessible
        accurate/inaccurate active/inactive adequate/inadequate affected/unaffected alive/dead
        appropriate/inappropriate armed/unarmed attractive/unattractive available/unavailable aware/unaware bad/good
        beautiful/ugly best/worst better/worse capable/incapable careful/careless changed/unchanged cheap/expensive
        clean/dirty clear/unclear closed/open cold/hot comfortable/uncomfortable common/uncommon
        compatible/incompatible competent/incompetent complete/incomplete conditional/unconditional
        conscious/unconscious consistent/inconsistent constitutional/unconstitutional convenient/inconvenient
        conventional/unconventional cool/warm correct/incorrect dangerous/safe deep/shallow defeated/undefeated
        definite/indefinite dependent/independent desirable/undesirable difficult/easy
        direct/indirect dishonest/honest disrespectful/respectful domestic/foreign dry/wet
        effective/ineffective efficient/inefficient employed/unemployed empty/full equal/unequal
        ethical/unethical even/uneven experienced/inexperienced explicit/implicit fair/unfair false/true
        familiar/unfamiliar fast/slow fewer/more finished/unfinished finite/infinite fit/unfit
        foolish/wise fortunate/unfortunate gradual/sudden grateful/ungrateful greater/lesser guilty/innocent
        harmful/harmless healthy/unhealthy heavy/light high/low hopeful/hopeless illegal/legal
        illegitimate/legitimate immature/mature immoral/moral impartial/partial imperfect/perfect
        impossible/possible improper/proper incoming/outgoing indoor/outdoor insane/sane insecure/secure
        insensitive/sensitive insufficient/sufficient intoxicated/sober invalid/valid invisible/visible
        involuntary/voluntary inward/outward irrational/rational irregular/regular irrelevant/relevant
        irresponsible/responsible known/unknown large/small lawful/unlawful least/most less/more limited/unlimited
        local/national long/short lucky/unlucky married/unmarried maximum/minimum meaningful/meaningless narrow/wide
        natural/unnatural necessary/unnecessary negative/positive new/old noisy/quiet open/shut
        paid/unpaid pleasant/unpleasant poor/rich popular/unpopular powerful/powerless predictable/unpredictable
        private/public published/unpublished real/unreal realistic/unrealistic reasonable/unreasonable
        stable/unstable strong/weak successful/unsuccessful thick/thin touched/untouched treated/untreated
        unwanted/wanted unwilling/willing useful/useless
    """,
    "adverb": """
        above/below accidentally/deliberately backward/forward broadly/narrowly correctly/incorrectly
        directly/indirectly downward/upward fairly/unfairly fortunately/unfortunately indoors/outdoors
        inside/outside least/most less/more often/rarely partly/wholly permanently/temporarily quickly/slowly
    """,
}
"""By part of speech, as basic forms."""
