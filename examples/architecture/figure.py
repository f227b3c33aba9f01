"""Two paths through the repository, from a file to the browser."""

# --8<-- [start:figure]
from matplotlib.figure import Figure

from torchmemo.figures import BLUE, ORANGE, save_svg

ways = {
    "claim": [
        ("docs/memo/memo.md", "메모의 문장", "the memo's sentence"),
        ("docs/memo/claims.toml", "어느 줄인지, 판정, 근거", "which line, the verdict, the proof"),
        ("examples/ols/outlier.py", "근거가 되는 구간", "the section that proves it"),
        ("docs/ko/ols.md", "판정을 설명하는 상자", "the box that explains the verdict"),
        ("docs/sitekit/claims.py", "상자에 판정을 붙여 메모 페이지를 만든다", "puts verdict and box on the memo page"),
        ("tests/test_memo.py", "줄마다 판정이 있는지 확인한다", "checks that each line is judged"),
    ],
    "output": [
        ("examples/ols/fit.py", "print와 그 출력 #>", "a print, and what it printed: #>"),
        ("tests/support/runner.py", "실행해서 #>와 비교한다", "runs it, and compares with #>"),
        ("docs/ko/ols.md", "구간의 이름만 적은 줄", "a line that names the section"),
        ("docs/sitekit/expand.py", "그 줄을 코드로 바꾼다", "puts the code in place of that line"),
        ("docs/mkdocs_hook.py", "MkDocs에 넘겨 HTML로 만든다", "hands it to MkDocs, which makes HTML"),
        ("docs/sitekit/blocks.py", "출력 줄을 코드와 다르게 표시한다", "marks the output lines"),
    ],
}
for name, steps in ways.items():
    for language, column in (("ko", 1), ("en", 2)):
        figure = Figure(figsize=(5.4, 4.6), layout="constrained")
        axes = figure.subplots()
        for place, step in enumerate(steps):
            color = ORANGE if step[0].startswith("tests/") else BLUE
            box = {"boxstyle": "round,pad=0.5", "facecolor": "none", "edgecolor": color}
            axes.text(0.03, -place, step[0], fontsize=9, bbox=box)
            axes.text(0.09, -place - 0.4, step[column], fontsize=9)
            if place:
                axes.annotate("", (0.04, 0.3 - place), (0.04, 0.76 - place), arrowprops={"arrowstyle": "->"})
        axes.set(xlim=(0, 1), ylim=(0.5 - len(steps), 0.4))
        axes.axis("off")
        save_svg(figure, f"{name}.{language}.svg")
# --8<-- [end:figure]
