"""What is made of blocks: outputs, sources, verdicts, rows, sizes, each on a piece of HTML."""

from __future__ import annotations

import sys
from unittest.mock import Mock

import markdown
import pymdownx.highlight
import pytest
from sitekit import blocks, render
from support.pages import EACH_SCRIPT, PROJECT

COMMENT = '<span class="c1">{}</span>'


def test_each_output_is_a_block_without_the_indent_of_the_code():
    lines = [
        "code",
        COMMENT.format("#&gt; 1"),
        f"    {COMMENT.format('#&gt; 2')}",
        "more",
        COMMENT.format("# a remark"),
    ]
    assert blocks.with_outputs("\n".join(lines) + "\n") == (
        "code\n"
        '<span class="tm-output"><span class="tm-mark"><i>#&gt;</i></span> 1\n</span>'
        '<span class="tm-output"><span class="tm-mark">    <i>#&gt;</i></span> 2\n</span>'
        f"more\n{COMMENT.format('# a remark')}\n"
    )


def test_what_is_only_expected_is_no_output():
    html = blocks.with_outputs(f"{COMMENT.format('#&gt; ran')}\n{COMMENT.format('#? not yet')}\n")
    assert html.count('<span class="tm-output">') == 1
    assert '<span class="tm-output tm-expected"><span class="tm-mark"><i>#?</i></span> not yet\n</span>' in html


def test_a_shell_scripts_indent_and_an_empty_output_are_seen():
    line = '<span class="w">    </span><span class="c1">#&gt;</span>'
    assert '<span class="tm-mark">    <i>#&gt;</i></span>\n' in blocks.with_outputs(f"{line}\n")


def test_a_fence_gets_the_file_that_it_shows_once():
    script = PROJECT.script("examples/zero_grad/none.py")
    named = blocks.named("```python", script)
    assert named == '```python title="examples/zero_grad/none.py"'
    assert blocks.named(named, script) == named


@pytest.mark.parametrize(
    ("name", "url", "command", "link"),
    [
        ("examples/ols/fit.py", "ols/", "python examples/ols/fit.py", "../examples/ols/fit.py/"),
        (
            "examples/gpu/model/ddp.sh",
            "gpu/model/",
            "bash examples/gpu/model/ddp.sh",
            "../../examples/gpu/model/ddp.sh/",
        ),
        ("examples/ols/fit.py", "", "python examples/ols/fit.py", "examples/ols/fit.py/"),
    ],
)
def test_a_block_says_the_command_and_links_the_file(name, url, command, link):
    html = blocks.with_sources(PROJECT, "en", url, f'<span class="filename">{name}</span>')
    assert f'data-clipboard-text="{command}" title="Copy the command"' in html
    assert f'<code>{command.split()[0]} <a href="{link}">{name}</a></code>' in html


def test_a_title_that_is_no_script_stays():
    html = '<span class="filename">train.py</span>'
    assert blocks.with_sources(PROJECT, "en", "", html) == html


def box(title: str) -> str:
    return f'<div class="admonition memo tm-wrong">\n<p class="admonition-title">{title}</p>'


def test_the_verdict_comes_first_and_is_said_once():
    word = '<span class="tm-verdict tm-wrong">wrong</span>'
    assert blocks.with_verdicts(PROJECT, "en", box("“quote” — wrong")) == box(f"{word} “quote”")
    assert blocks.with_verdicts(PROJECT, "en", box("“q” — wrong, but")) == box(f"{word} “q” — wrong, but")
    other = '<div class="admonition note">\n<p class="admonition-title">x — wrong</p>'
    assert blocks.with_verdicts(PROJECT, "en", other) == other


def test_a_table_of_words_says_its_columns_in_each_cell():
    head = "<thead>\n<tr>\n<th>A</th>\n<th>B <code>x</code></th>\n</tr>\n</thead>"
    table = f"<table>\n{head}\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
    html = blocks.with_rows(table)
    assert '<td role="cell" data-label="A">1</td>' in html
    assert '<td role="cell" data-label="B x">2</td>' in html
    assert html.startswith('<table class="tm-rows tm-table" role="table">')
    assert html.count('role="row"') == 2
    assert html.count("role=") == 2 + 2 + 2 + 2 + 1


def test_the_tables_of_docstrings_are_rows_as_well():
    body = '<tbody><tr class="doc"><td class="x">1</td></tr></tbody>'
    html = blocks.with_rows(f"<table>\n  <thead>\n<tr>\n<th>Name</th></tr></thead>{body}</table>")
    assert '<tr role="row" class="doc"><td role="cell" data-label="Name" class="x">1</td>' in html


def test_a_table_of_numbers_stays_a_table_and_scrolls():
    table = '<table>\n<thead>\n<tr>\n<th style="text-align: right;">A</th>\n</tr>\n</thead>\n<tbody></tbody></table>'
    assert (
        blocks.with_rows(table)
        == table.replace("<table>", '<div class="tm-wide" tabindex="0"><table class="tm-table">') + "</div>"
    )


def test_a_picture_has_its_size():
    html = blocks.with_sizes(PROJECT, '<img alt="x" src="../figures/tensorboard/scalars.png" />')
    head = (PROJECT.root / "examples/tensorboard/scalars.png").read_bytes()
    width = int.from_bytes(head[16:20])
    assert f'<img width="{width}" height="' in html


def test_particles_stay_with_the_code_before_them_but_code_is_not_touched():
    html = '<p>f()는 <code>g()</code>를 <abbr title="f()는">x</abbr></p><pre>f()는</pre>'
    page = f"<title>f()는</title><article>{html}</article><p>f()는</p>"
    joined = '<p>f()&#8288;는 <code>g()</code>&#8288;를 <abbr title="f()는">x</abbr></p><pre>f()는</pre>'
    assert blocks.joined(page) == f"<title>f()는</title><article>{joined}</article><p>f()는</p>"


def test_an_option_is_not_parted_from_its_hyphens():
    html = "<article><code>tensorboard --logdir runs</code> a --b <code>pre-built</code><pre><code>ls -l</code></pre>"
    html += "</article>"
    option = '<span class="tm-option">--logdir</span>'
    assert blocks.joined(html) == html.replace("<code>tensorboard --logdir", f"<code>tensorboard {option}")


def test_a_long_name_in_a_title_breaks_between_its_words():
    html = '<article><h1 id="x">CUDA_VISIBLE_DEVICES</h1><p>zero_grad</p></article>'
    assert blocks.joined(html) == html.replace("CUDA_VISIBLE_", "CUDA_<wbr>VISIBLE_<wbr>")


def test_a_block_that_was_colored_before_looks_as_without_that(monkeypatch):
    """Other code, another language, other lines marked, another title: each makes another block."""
    page = "\n".join(
        f"~~~{{.{name} {options}}}\n{code}\n~~~\n"
        for name in ("python", "text")
        for options in ("", 'hl_lines="1"', 'title="a"')
        for code in ("x = 1", "y = 1")
    )

    def made() -> str:
        return markdown.markdown(page, extensions=["pymdownx.highlight", "pymdownx.superfences"])

    expected, color = made(), Mock(wraps=pymdownx.highlight.highlight)
    monkeypatch.setattr(pymdownx.highlight, "highlight", color)
    render.color_once()
    assert [made(), made()] == [expected, expected]
    assert color.call_count == 12, "each of them once"


@EACH_SCRIPT
def test_no_script_hides_a_module_from_itself(script):
    """`python examples/<key>/<idea>.py` puts the script's folder first on the path."""
    names = {
        *sys.stdlib_module_names,
        "torch",
        "numpy",
        "torchvision",
        "accelerate",
        "tensorboard",
        "matplotlib",
        "PIL",
    }
    assert script.is_shell or script.path.stem not in names, f"{script.name}: another name, or imports find it"
