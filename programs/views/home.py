from django.shortcuts import render

from programs.overview import Overview


def home(request):
    return render(request, "programs/home.html", {"overview": Overview()})
