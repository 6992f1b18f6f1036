"""The bundled careers hold every name that the documents print, and the lists they stand on."""

from collections import Counter

import pytest

from careers.models import Career, CareerFigure, CareerListing, CareerPath, PathStep
from programs.models import RoleLink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

# the article's lists: how many stand on each
ARTICLE = {
    "prominent": 4,
    "highest_paying": 5,
    "entry_level": 5,
    "no_further_study": 4,
    "needs_credential": 4,
    "alternative": 5,
}
NAMES = {
    "AI Ethicist",
    "AI Software Developer",
    "AI Specialist",
    "Artificial Intelligence Research Scientist",
    "Bioinformatics",
    "Business Intelligence Analyst",
    "Business Intelligence Developer",
    "Computer Vision Engineer",
    "Data Analyst",
    "Data Scientist",
    "Human-Computer Interaction (HCI)",
    "Machine Learning Engineer",
    "Product Management",
    "Quantitative Finance",
    "Research Scientist",
    "Robotics Engineer",
    "Technical Consulting",
}


def listings(source):
    return CareerListing.objects.filter(source__slug=source)


def lists_of(career):
    return set(
        listings("research-com-2026").filter(career__slug=career).values_list("list", flat=True)
    )


def test_the_article_names_17_careers_on_its_27_lines():
    article = listings("research-com-2026")
    assert Counter(article.values_list("list", flat=True)) == ARTICLE
    assert article.count() == article.values("locator").distinct().count() == 27
    assert set(article.values_list("printed", flat=True)) == NAMES
    assert article.values("career").distinct().count() == len(NAMES) == 17


def test_the_ranking_names_8_career_paths():
    ranking = listings("hakia-2026")
    assert set(ranking.values_list("list", flat=True)) == {"career_paths"}
    assert ranking.values("career").distinct().count() == 8
    first = sorted(
        int(line.removeprefix("line ").partition(";")[0])
        for line in ranking.values_list("locator", flat=True)
    )
    assert first == list(range(365, 380, 2))


def test_18_careers_are_those_of_the_article_and_the_one_that_only_the_ranking_names():
    careers = Career.objects.all()
    assert careers.count() == 18
    assert [c.slug for c in careers.exclude(listings__source__slug="research-com-2026")] == [
        "nlp-engineer"
    ]


def test_every_career_stands_on_a_list_in_our_own_words():
    assert not Career.objects.filter(listings__isnull=True).exists()
    assert not CareerListing.objects.filter(says="").exists()


def test_two_careers_stand_on_lists_that_speak_against_each_other():
    opposed = {"entry_level", "no_further_study", "needs_credential"}
    both = [c.slug for c in Career.objects.all() if opposed <= lists_of(c.slug)]
    assert both == ["data-scientist", "machine-learning-engineer"]


def test_a_developer_and_an_analyst_of_business_intelligence_are_two_careers():
    assert lists_of("business-intelligence-developer") == {"entry_level"}
    assert lists_of("business-intelligence-analyst") == {"no_further_study"}


@pytest.mark.parametrize(
    ("name", "career"),
    [
        ("Machine Learning Research Scientist", "ai-research-scientist"),
        ("AI researcher", "ai-research-scientist"),
        ("AI/ML Engineer", "machine-learning-engineer"),
        ("Product Management", "ai-product-manager"),
        ("Quantitative Analyst (ML Focus)", "quantitative-analyst"),
    ],
)
def test_a_merged_name_is_kept_as_an_alias(name, career):
    assert Career.objects.get(aliases__name=name).slug == career


@pytest.mark.parametrize(
    ("printed", "career"),
    [
        ("Research Scientist", "research-scientist"),
        ("data analyst", "data-analyst"),
        ("Applied AI Consultant", "technical-consulting"),
        ("AI Scientist", None),
    ],
)
def test_roles_that_graduates_take_lead_to_the_career_they_are(printed, career):
    link = RoleLink.objects.get(printed=printed)
    assert (link.career and link.career.slug) == career


def test_a_range_is_called_typical_only_where_the_article_says_so():
    pay = CareerFigure.objects.filter(source__slug="research-com-2026", measure="pay")
    assert {(f.locator, f.statistic, f.terms) for f in pay} == {
        ("line 40", "typical", ""),
        ("line 41", "typical", "generally"),
        ("line 42", "unstated", ""),
        ("line 43", "typical", ""),
        ("line 44", "unstated", ""),
    }


def test_figures_of_machine_learning_engineers_answer_questions():
    figures = CareerFigure.objects.exclude(topic=None)
    assert sorted((f.subject.slug, f.measure, f.topic.key) for f in figures) == [
        ("machine-learning-engineer", "growth", "machine-learning-growth"),
        ("machine-learning-engineer", "pay", "machine-learning-engineer-pay"),
        ("machine-learning-engineer", "pay", "machine-learning-engineer-pay"),
    ]


def test_every_step_of_a_path_has_its_line_and_stages_come_in_order():
    order = {"entry": 0, "middle": 1, "senior": 2}
    assert not PathStep.objects.filter(locator="").exists()
    assert CareerPath.objects.count() == 5
    for path in CareerPath.objects.all():
        stages = [order[step.stage] for step in path.steps.all()]
        assert stages == sorted(stages)
        positions = [step.position for step in path.steps.all()]
        assert positions == list(range(1, len(positions) + 1))


def test_every_entry_level_job_and_every_job_beyond_it_stands_on_a_path():
    for stage, name in (("entry", "entry_level"), ("middle", "no_further_study")):
        listed = set(
            listings("research-com-2026").filter(list=name).values_list("career", flat=True)
        )
        steps = PathStep.objects.filter(stage=stage).values_list("career", flat=True)
        assert listed <= set(steps)
