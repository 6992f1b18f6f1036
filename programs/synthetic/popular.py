"""What is common and what is rare in the invented catalogue."""

from programs.synthetic.dice import Popular

# CIP 2020 codes, the most popular first; the last few are in none of the catalogue’s families.
FIELDS = (
    ("11.0701", "Computer Science"),
    ("30.7001", "Data Science, General"),
    ("30.7102", "Business Analytics"),
    ("11.0101", "Computer and Information Sciences, General"),
    ("27.0501", "Statistics, General"),
    ("11.0102", "Artificial Intelligence"),
    ("30.7101", "Data Analytics, General"),
    ("11.0401", "Information Science/Studies"),
    ("14.1001", "Electrical and Electronics Engineering"),
    ("11.1003", "Computer and Information Systems Security/Auditing/Information Assurance"),
    ("27.0101", "Mathematics, General"),
    ("52.1201", "Management Information Systems, General"),
    ("14.0901", "Computer Engineering, General"),
    ("11.0103", "Information Technology"),
    ("27.0301", "Applied Mathematics, General"),
    ("26.1103", "Bioinformatics"),
    ("52.1302", "Business Statistics"),
    ("14.0903", "Computer Software Engineering"),
    ("30.7199", "Data Analytics, Other"),
    ("27.0502", "Mathematical Statistics and Probability"),
    ("14.3701", "Operations Research"),
    ("14.4201", "Mechatronics, Robotics, and Automation Engineering"),
    ("26.1104", "Computational Biology"),
    ("30.0801", "Mathematics and Computer Science"),
    ("52.1301", "Management Science"),
    ("14.2701", "Systems Engineering"),
    ("30.7103", "Data Visualization"),
    ("30.7104", "Financial Analytics"),
    ("27.0503", "Mathematics and Statistics"),
    ("51.2706", "Medical Informatics"),
    ("14.1901", "Mechanical Engineering"),
    ("26.0101", "Biology/Biological Sciences, General"),
)

# Of universities: as populous as they are, roughly. All others of the seed file follow.
STATES_FIRST = ("CA", "NY", "TX", "PA", "MA", "IL", "FL", "MI", "OH", "NJ", "VA", "NC", "GA")

CONTROLS = Popular(("public", "private_nonprofit", "private_for_profit"))
LEVELS = Popular(("masters", "doctorate", "bachelors"), flatness=0.02)
AWARDS = {
    "masters": Popular(("ms", "", "meng", "mps", "mse", "mds", "msece"), flatness=0.7),
    "doctorate": Popular(("phd", ""), flatness=0.2),
    "bachelors": Popular(("bs", "ba_bs", "bse"), flatness=0.5),
}
WAYS = Popular(
    (
        ("on_campus",),
        ("online",),
        ("on_campus", "online"),
        (),
        ("hybrid",),
        ("on_campus", "evening"),
        ("online", "evening"),
    ),
    flatness=0.6,
)
PACES = Popular((("full_time",), ("full_time", "part_time"), (), ("part_time",)))
MONTHS = Popular((24, 12, 18, 16, 10, 36, 20, 15))
