"""Figures are what the scripts draw, fit for light and dark, and a changed curve is seen."""

from __future__ import annotations

import re

import pytest
from matplotlib.figure import Figure
from sitekit.project import ROOT
from support.drawings import check_figures, first_difference
from support.pages import LANGUAGES, pages, scripts
from support.runner import SnippetError

from torchmemo.figures import save_svg

DRAWINGS = sorted((ROOT / "examples").rglob("*.svg"))


def draw(path, *, end=1.0, label="x"):
    figure = Figure(figsize=(3, 2), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1, 2], [0, 1, end], color="black")
    axes.set(xlabel=label, ylim=(0, 2))
    save_svg(figure, path)
    return path.read_text(encoding="utf-8")


def test_the_same_figure_is_the_same_file_and_a_changed_one_is_seen(tmp_path):
    first = draw(tmp_path / "a.svg")
    assert draw(tmp_path / "b.svg") == first
    assert first_difference(first, draw(tmp_path / "c.svg", end=1.001)) is None
    assert re.match(
        r"something was at [\d.]+ and is at [\d.]+", first_difference(first, draw(tmp_path / "d.svg", end=1.1))
    )
    assert "its text was" in first_difference(first, draw(tmp_path / "e.svg", label="걸음"))
    assert "its colors were" in first_difference(first, first.replace("stroke: currentColor", "stroke: none"))
    assert "numbers and has" in first_difference(first, first.replace("L 0 3.5", ""))


def test_a_figure_adapts_to_its_page(tmp_path):
    svg = draw(tmp_path / "a.svg", label="걸음")
    assert svg.startswith("<svg ")
    assert "currentColor" in svg
    assert "걸음</text>" in svg
    assert not re.search("#000000|<style|<metadata|DejaVu|<image|http://(?!www.w3.org)", svg)
    with pytest.raises(ValueError, match=r"path must end in \.svg, not a\.png"):
        save_svg(Figure(), tmp_path / "a.png")


def test_a_script_is_held_to_its_figure(tmp_path):
    script = tmp_path / "x" / "script.py"
    run = tmp_path / "run"
    run.mkdir()
    script.parent.mkdir()
    script.touch()
    draw(run / "a.svg")
    with pytest.raises(SnippetError, match=r"a\.svg: .*script\.py draws another figure: .*--update-examples"):
        check_figures(script, run, update=False)
    check_figures(script, run, update=True)
    check_figures(script, run, update=False)
    draw(run / "a.svg", end=1.5)
    with pytest.raises(SnippetError, match="something was at"):
        check_figures(script, run, update=False)


@pytest.mark.parametrize("drawing", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in DRAWINGS])
def test_each_committed_figure_is_drawn_and_shown(drawing):
    name, language = drawing.stem.rsplit(".", 1)
    assert language in LANGUAGES, f"{drawing.name}: call it <name>.ko.svg and <name>.en.svg"
    folder = drawing.parent
    written = [script.text for script in scripts() if script.path.parent == folder]
    assert any(f'"{name}.' in text or f'"{name}"' in text for text in written), f"no script draws {name}"
    key = folder.relative_to(ROOT / "examples").as_posix()
    (page,) = [page for page in pages() if (page.language, page.key) == (language, key)]
    assert f"figures/{key}/{name}.svg" in [image.removeprefix("../") for image in page.images]


@pytest.mark.parametrize("page", [pytest.param(p, id=p.name) for p in pages() if any("svg" in i for i in p.images)])
def test_each_figure_is_part_of_its_page_and_says_what_it_shows(page, site):
    article = page.built.article(site)
    drawings = article.xpath(".//svg[contains(@class,'tm-drawing')]")
    assert len(drawings) == len([image for image in page.images if image.endswith(".svg")])
    for drawing in drawings:
        assert len(drawing.get("aria-label")) > 20
        assert drawing.get("role") == "img"
        (figure,) = drawing.iterancestors("figure")
        assert len(figure.find("figcaption").text_content()) > 20, f"{page.name}: say below the figure what it shows"
    ids = [element.get("id") for element in article.iter() if element.get("id")]
    assert len(set(ids)) == len(ids), "two drawings use one id"
