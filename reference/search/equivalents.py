"""What stands for the same: short forms that sources, and visitors, use beside the full words."""

# {short form: the word}, in records and in questions
SAME_WORD = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "u": "university",
    "univ": "university",
    "inst": "institute",
    "dept": "department",
    "maths": "math",
    "msc": "ms",
    "scm": "ms",
    "biz": "business",
}

# {full words: short form}, both of which find a record that holds either
ACRONYMS = {
    "artificial intelligence": "ai",
    "machine learning": "ml",
    "deep learning": "dl",
    "natural language processing": "nlp",
    "computer vision": "cv",
    "human computer interaction": "hci",
    "computer science": "cs",
    "software engineering": "swe",
    "information technology": "it",
    "information systems": "mis",
    "electrical computer engineering": "ece",
    "electrical engineering": "ee",
    "large language model": "llm",
    "business intelligence": "bi",
    "operations research": "ors",
    "reinforcement learning": "rl",
    "user experience": "ux",
    "new york": "nyc",
    "los angeles": "la",
    "san francisco": "sf",
    "philadelphia": "philly",
    "united states": "us",
    "mathematics": "math",
    "statistics": "stats",
    "doctor philosophy": "phd",
    "master science": "ms",
    "master engineering": "meng",
    "grade point average": "gpa",
    "return investment": "roi",
}
ALSO_WORDS = {
    "it",
    "us",
    "la",
}  # of English or of a place: nobody who writes them means the full ones
SPELT_OUT = {short: full for full, short in ACRONYMS.items() if short not in ALSO_WORDS}
