from django.shortcuts import get_object_or_404, render

from reference.answers import answered, answers_to
from reference.glossary import in_order
from reference.guides.articles import article_of, guides_by_part
from reference.ledger.page import ledger_page
from reference.models import Guide, Source, Topic
from reference.paging import page_of
from reference.questions import Answered, counted
from reference.source_contents import contents_of, with_figures_taken
from reference.source_summary import SourceSummary


def guide_list(request):
    context = {"section": "guides", "parts": guides_by_part()}
    return render(request, "reference/guide_list.html", context)


def guide_detail(request, slug):
    guide = get_object_or_404(Guide, slug=slug)
    context = {"section": "guides", "guide": guide, "article": article_of(guide)}
    return render(request, "reference/guide_detail.html", context)


def source_list(request):
    page, ignored = page_of(with_figures_taken(Source.objects.newest_first()), request.GET)
    context = {"section": "sources", "page": page, "ignored": ignored}
    return render(request, "reference/source_list.html", context)


def source_detail(request, slug):
    source = get_object_or_404(Source, slug=slug)
    contents = contents_of(source, request.GET)
    context = {"section": "sources", "source": source, "contents": contents}
    context["summary"] = SourceSummary(source, contents.read)
    return render(request, "reference/source_detail.html", context)


def source_ledger(request, slug):
    source = get_object_or_404(Source.objects.with_ledger(), slug=slug)
    context = {"section": "sources", "source": source, "ledger": ledger_page(source, request.GET)}
    return render(request, "reference/source_ledger.html", context)


def glossary(request):
    return render(request, "reference/glossary.html", {"section": "sources", "terms": in_order()})


def topic_list(request):
    questions = answered(Topic.objects.all())
    context = {"section": "topics", "questions": questions, "counted": counted(questions)}
    return render(request, "reference/topic_list.html", context)


def topic_detail(request, key):
    topic = get_object_or_404(Topic, key=key)
    question = Answered(topic, answers_to([topic.pk]))
    return render(
        request, "reference/topic_detail.html", {"section": "topics", "question": question}
    )
