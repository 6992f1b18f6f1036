from django.shortcuts import get_object_or_404, render

from reference.models import Source
from reference.paging import page_of
from reference.source_contents import contents_of, with_figures_taken


def source_list(request):
    page, ignored = page_of(with_figures_taken(Source.objects.newest_first()), request.GET)
    context = {"section": "sources", "page": page, "ignored": ignored}
    return render(request, "reference/source_list.html", context)


def source_detail(request, slug):
    source = get_object_or_404(Source, slug=slug)
    context = {"section": "sources", "source": source, "contents": contents_of(source, request.GET)}
    return render(request, "reference/source_detail.html", context)
