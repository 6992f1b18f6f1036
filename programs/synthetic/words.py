"""Invented names and texts: no university or town of these names is known to exist."""

from itertools import product

from programs.synthetic.dice import Popular

SYLLABLES = (
    *("vel", "mor", "quil", "sev", "dra", "fen", "zor", "tal", "ushk", "brae"),
    *("lum", "nex", "ith", "gra", "pol", "ryn", "cav", "dor", "ekk", "wis"),
)
ENDINGS = ("ane", "ov", "ith", "ury", "ex", "ume", "ost", "iv", "orr", "aq")
PLACES = len(SYLLABLES) ** 2 * len(ENDINGS)
FORMS = (
    "University of {}",
    "{} University",
    "{} State University",
    "{} Institute of Technology",
    "{} College",
    "Northern {} University",
    "{} Polytechnic",
    "{} School of Data",
    "{} A&M University",
    "St. {}’s University",
)
STRIDE = 2741  # shares no divisor with PLACES, so that neighbours look unlike and each place is met

SUBJECTS = (
    *("Data Science", "Computer Science", "Machine Learning", "Artificial Intelligence"),
    *("Business Analytics", "Statistics", "Data Analytics", "Robotics", "Cybersecurity"),
    *("Information Systems", "Applied Statistics", "Software Engineering", "Bioinformatics"),
    *("Computational Linguistics", "Computer Vision", "Electrical Engineering", "Health Data"),
    *("Operations Research", "Applied Mathematics", "Natural Language Processing", "Quantum"),
    *("Financial Engineering", "Computational Biology", "Autonomous Systems", "Game Design"),
)
QUALIFIERS = ("", "", "", "", "", "Applied ", "Professional ", "Advanced ", "Interdisciplinary ")

TOPICS_TEXT = """
    data learning research analysis machine systems statistics models methods science design
    project software python engineering computing networks theory applied industry algorithms
    artificial intelligence probability optimization language vision health business ethics
    cloud security robotics finance visualization databases nursing mathematics inference
    regression biology genomics climate energy policy education marketing economics physics
    chemistry imaging signals control sensors hardware quantum cryptography privacy games
    graphics speech translation retrieval search recommendation forecasting simulation
    logistics transport agriculture ornithology linguistics psychology neuroscience medicine
    epidemiology law journalism management leadership capstone thesis internship seminar
    laboratory portfolio
"""
TOPICS = TOPICS_TEXT.split()
RARE = ["".join(parts) for parts in product(SYLLABLES, SYLLABLES, ENDINGS)]
WORDS = Popular(TOPICS + RARE, flatness=10)  # of 45 drawn “data” is in one text of two


def place_name(number: int) -> str:
    number = number * STRIDE % PLACES
    first, rest = divmod(number, len(SYLLABLES) * len(ENDINGS))
    second, ending = divmod(rest, len(ENDINGS))
    return (SYLLABLES[first] + SYLLABLES[second] + ENDINGS[ending]).capitalize()


def university_name(number: int) -> str:
    """Another one for each number up to forty thousand, from which on they repeat."""
    form = FORMS[(number + number // PLACES) % len(FORMS)]
    return form.format(place_name(number))


def acronym(name: str) -> str:
    return "".join(word[0] for word in name.replace("&", " ").split() if word[0].isupper())


def summary(chance) -> str:
    words = WORDS.several(chance, chance.randint(30, 60))
    return f"Invented text: {' '.join(words)}."
