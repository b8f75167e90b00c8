"""A small digest to open in a browser: fourteen articles of two sources, every one of them about a ferry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as an editor would write it."""

    title: str
    date: str
    """ISO date; empty where not known."""
    source: str
    text: str

    @property
    def name(self) -> str:
        """File name without its ending."""
        return "-".join(self.title.lower().replace("’", "").split()[:4])

    @property
    def markdown(self) -> str:
        """The file: front matter and text."""
        date = f"date: {self.date}\n" if self.date else ""
        return f'---\ntitle: "{self.title}"\n{date}source: "{self.source}"\n---\n{self.text}\n'


_END = (
    "The harbour council meets again on the first Monday of the month. Anyone who lives on the island may speak there."
)

SEEDS = (
    Seed(
        "The night ferry returns to the island",
        "2021-03-04",
        "Harbour Post",
        "The night ferry sails again from Monday, six years after it was given up. The harbour council paid for a new "
        "landing stage, which took two winters to build. A crew of nine will work the crossing in turns.\n\n"
        "Islanders had asked for the boat at every meeting since it stopped. Those who work on the mainland had to "
        "find a bed there three nights a week. The first crossing is free of charge.",
    ),
    Seed(
        "Harbour council doubles the mooring fee",
        "2021-02-18",
        "Harbour Post",
        "Every boat longer than eight metres pays double from April. The harbour council wants the money for the "
        "landing stage that the night ferry needs. Fishing boats are spared.\n\n" + _END,
    ),
    Seed(
        "What the lighthouse keeper wrote down",
        "2021-02-02",
        "Island Letter",
        "The lighthouse keeper kept a diary for thirty years, and the museum now shows it. On most days there is "
        "wind, one ferry and a list of birds. In the winter of 1963 there was no ferry for forty days.\n\n"
        "The lighthouse has had no keeper since 1988. Its lamp is switched from the mainland.",
    ),
    Seed(
        "A lighthouse for sale, views included",
        "2021-01-20",
        "Island Letter",
        "The state sells the old lighthouse, and the harbour council may buy it first. A survey puts the repairs at "
        "more than the price. Guests could reach it by ferry in summer.\n\n" + _END,
    ),
    Seed(
        "Sheep hold up the morning ferry",
        "2020-12-11",
        "Island Letter",
        "Forty sheep stood on the landing stage on Friday and would not be moved. The ferry left half an hour late. "
        "The farmer blamed a gate, and the gate is the council’s.",
    ),
    Seed(
        "Résumé of a year at sea",
        "2020-12-30",
        "Harbour Post",
        "The ferry made 702 crossings this year and carried 51,000 people. Eleven crossings were called off for fog. "
        "The captain’s résumé of the year fits on one page: “calm, mostly”.",
    ),
    Seed(
        "A letter about bread & butter <and> jam",
        "",
        "Island Letter",
        "Somebody has to say it: the bread on the ferry is stale. A reader counts the jam, too, and finds less of it "
        "than a year ago. The tag &lt;b&gt;fresh&lt;/b&gt; on the counter &amp;amp; the truth "
        "have parted.",
    ),
    *(
        Seed(
            f"Timetable notes, part {number}",
            f"2020-{number:02}-15",
            "Harbour Post",
            f"Part {number} of our notes on the timetable is about the {word} boat. The ferry calls at the old pier "
            f"first and turns there. {_END}",
        )
        for number, word in enumerate(("early", "second", "noon", "slow", "mail", "school", "last"), 1)
    ),
)

REPORTS = {
    "wire": (
        "Harbour board raises ferry fares",
        "Harbour Wire",
        "2021-04-01",
        (
            "The harbour board of Northport raised the fares of the night ferry by 4% on Monday, after a winter "
            "without a single full boat. Ada Keeper, who leads the harbour board, said the money would pay for two "
            "new piers. "
            "Fishermen called the decision unfair. The mayor supported the rise."
        ),
    ),
    "post": (
        "Night ferry becomes dearer",
        "Morning Post",
        "2021-04-02",
        (
            "On Monday the harbour board of Northport raised the fares of the night ferry by 7%, after a winter "
            "without a single full boat. The money would pay for two new piers, said Ada Keeper, who leads the "
            "harbour board. "
            "Islanders asked for a cheaper ticket for children. The mayor opposed the rise."
        ),
    ),
}
"""Two reports of one event that cannot both be right: title, source, date and text of each."""

SAID = """
“The night ferry sails again from Monday,” said Ada Keeper, head of Harbour Ferries Ltd. The company pays $4.5 million
for a landing stage in Northport, and 12 per cent of all fares go to the crew.

“Nobody was ever late for it,” Ada Keeper said. “We lost $300,000 in a single winter,” said Bo Digger, who counts the
boats. The quay is 3 km long.
"""
TEXTS = {
    ("Early", "2021-03-01"): SAID
    + """
Sheep stood on the gangway at dawn, forty of them, and would not be moved by dog or horn. The farmer blamed a gate that
the council had promised to mend since autumn. Passengers fed them biscuits until a shepherd came over the hill with a
whistle, and the flock walked off in single file past the ticket window without a glance at anybody.
""",
    ("Noon", "2021-03-16"): """
Bread on board is baked before sunrise by a cook from Elm Valley, who learned her trade in a monastery and sells rye,
spelt and seven kinds of rolls. Her oven runs on apple wood. A loaf costs less than on the mainland, and whoever brings
back a basket gets a bun for nothing; last summer children brought back baskets that had never been hers.

Ada Keeper, head of Harbour Ferries Ltd, eats there, too: 12 per cent of all fares go to the crew, and half of that to
the cook. “Nobody was ever late for it,” Ada Keeper said of breakfast. “We lost $300,000 in a single winter,” said Bo
Digger.
""",
    ("Late", "2021-03-31"): """
Fog closed the sound for eleven nights in a row, and the lamp of the old lighthouse was lit again for the first time in
thirty years. Pilots steered by bells. A museum in Northport lent its brass horn, which a trombone player blew every two
minutes, and hotels put up four hundred travellers in ballrooms, classrooms and one bowling alley.

Harbour Ferries Ltd carried 51,000 people last year. Ada Keeper pays $4.5 million for a landing stage in Northport.
“We lost $300,000 in a single winter,” said Bo Digger, who counts the boats, and this one cost as much again.
""",
}
"""Of a site with lists, by name and date: people speak and sums are named."""
