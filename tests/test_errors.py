"""The index of errors: what it says and where that was read; pasted tracebacks find their entry, and others find none."""

from __future__ import annotations

import ast
import json
import random
import re
import time

import numpy as np
import pytest
from sitekit.error_index import PROOFS, entries, printed_by, records, topics
from sitekit.project import LANGUAGES, ROOT, Project
from sitekit.wordings import pattern
from support import libraries
from support.disguises import DISGUISES, notebook, pasted
from support.pages import PROJECT, scripts
from support.runner import write_whole
from support.strangers import SAID, STRANGERS
from support.tracebacks import LITERAL, PASTED, PUBLIC, traceback_of

from torchmemo.errors import explain, read

ENTRIES = entries(PROJECT)
INDEX = ROOT / "torchmemo" / "errors.json"
READ = ROOT / PROOFS


def first(text: str) -> str | None:
    """Return the id of the first answer to a text."""
    answers = explain(text)
    return answers[0].id if answers else None


def in_a_traceback(said: str) -> str:
    """Return a message as the end of a traceback."""
    return f'Traceback (most recent call last):\n  File "/home/me/app.py", line 3, in <module>\n    main()\n{said}\n'


def test_the_package_has_the_index(request):
    new = records(Project())
    if request.config.getoption("update_examples"):
        write_whole(INDEX, new)
    assert INDEX.read_text(encoding="utf-8") == new, "torchmemo/errors.json is old: run `pytest --update-examples`"


def test_each_message_was_printed_here_or_read_where_the_index_says(request):
    unprinted = [entry for entry in ENTRIES if not printed_by(PROJECT, entry) and not entry.document]
    if request.config.getoption("update_examples"):
        proofs = {entry.id: proof for entry in unprinted if (proof := libraries.find(entry))}
        write_whole(READ, json.dumps(proofs, ensure_ascii=False, indent=1) + "\n")
    proofs = json.loads(READ.read_text(encoding="utf-8"))
    assert set(proofs) == {entry.id for entry in unprinted}, "run `pytest -k errors --update-examples`"
    for entry in unprinted:
        proof = proofs[entry.id]
        assert proof["wording"] in {entry.read or "", *entry.wordings, *entry.hinted}, entry.id
        if libraries.version(proof["library"]) == proof["version"]:  # another version words it in its own way
            assert libraries.holds(libraries.path_of(proof), proof["wording"]), f"{entry.id} is not in {proof['file']}"


def test_each_entry_says_what_it_means_and_the_way_out_in_both_languages():
    assert len(ENTRIES) >= 250
    for entry in ENTRIES:
        for language in LANGUAGES:
            cause, fix = entry.says[language]
            assert fix, entry.id
            for said in filter(None, (cause, fix)):
                end = re.sub(r"[`)\"']+$", "", said.rstrip())
                assert entry.topic == "pages" or end.endswith("."), f"{entry.id}: end with a full stop: {said}"
        assert entry.topic == "pages" or re.search("[가-힣]", "".join(entry.says["ko"])), entry.id
        assert not re.search("[가-힣]", "".join(entry.says["en"])), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_is_a_heading(language):
    gone = [
        f"{entry.id}: {entry.place}"
        for entry in ENTRIES
        if not PROJECT.has(f"docs/{language}/{entry.key}.md")
        or entry.anchor not in PROJECT.page(language, entry.key).headings
    ]
    assert not gone, "the index points at headings that are not there:\n" + "\n".join(gone)


def test_no_message_has_the_name_of_a_heading_beside_it():
    headings = {*PROJECT.page("ko", "errors").headings, *(f"topic_{topic}" for topic in topics(PROJECT))}
    assert not headings & {entry.id for entry in ENTRIES}


def test_each_wording_says_enough_to_be_told_from_others():
    for entry in ENTRIES:
        for wording in entry.all_wordings:
            weight = pattern(wording)["weight"]
            assert weight >= (8 if wording in entry.hinted else 11), f"'{wording}' would be found in too many texts"


def caught_errors():
    """Yield each line that a script printed out of an `except` block, with the script."""
    for script in scripts():
        if script.is_shell or script.needs_cuda:
            continue
        lines = script.lines
        for node in ast.walk(script.tree):
            if isinstance(node, ast.ExceptHandler) and node.name:
                for inner in ast.walk(node):
                    printed = isinstance(inner, ast.Call) and ast.unparse(inner.func) == "print"
                    if printed and any(isinstance(n, ast.Name) and n.id == node.name for n in ast.walk(inner)):
                        number = inner.end_lineno
                        while number < len(lines) and lines[number].lstrip().startswith("#>"):
                            yield script, lines[number].lstrip().removeprefix("#>").strip()
                            number += 1


def test_each_error_that_a_script_prints_is_in_the_index():
    missing = [
        f"{script.name}: {line}"
        for script, line in caught_errors()
        if not explain(line) and not explain(f"{in_a_traceback(line)}\n{script.text}")
    ]
    assert not missing, "add to docs/errors.toml, or to the page's table under #messages:\n" + "\n".join(missing)


@pytest.mark.parametrize(("name", "code"), [pytest.param(*case, id=case[0]) for case in PASTED])
def test_a_pasted_traceback_is_found(name, code, tmp_path):
    text = traceback_of(code, tmp_path)
    reading = read(text)
    assert reading.answers, text
    assert reading.answers[0].id == name, text
    assert reading.unknown is None
    if "/home/reader/" in text:
        assert reading.answers[0].own.file == "/home/reader/project/train.py"


@pytest.mark.parametrize(("name", "text"), [pytest.param(*case, id=case[0]) for case in LITERAL])
def test_a_message_of_another_machine_or_version_is_found(name, text):
    assert first(text) == name


@pytest.mark.parametrize(("name", "text"), [pytest.param(*case, id=case[0]) for case in PUBLIC])
def test_a_message_that_was_posted_is_found(name, text):
    assert first(text) == name


def test_every_wording_of_every_entry_is_found_first():
    chance = random.Random(0)
    wrong = []
    for entry in ENTRIES:
        for wording in entry.all_wordings:
            text = pasted(entry, wording, chance)
            if first(text) != entry.id:
                wrong.append(f"{entry.id} ('{wording}'): {first(text)} answers\n{text}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("disguise", DISGUISES, ids=lambda disguise: disguise.__name__)
def test_a_disguised_message_is_found(disguise):
    chance = random.Random(1)
    lost = []
    for entry in ENTRIES:
        if entry.kind == "warning" and disguise is notebook:
            continue  # a notebook shows no arrow for it
        text = disguise(pasted(entry, chance.choice(entry.all_wordings), chance), chance)
        if first(text) != entry.id:
            lost.append(f"{entry.id}: {first(text)} answers\n{text}")
    assert not lost, "\n".join(lost)


def test_disguises_add_up():
    chance = random.Random(2)
    by_name = {disguise.__name__: disguise for disguise in DISGUISES}
    for entry in ENTRIES[::4]:
        text = pasted(entry, entry.all_wordings[0], chance)
        for name in ("wrapped", "rank", "half_colored", "as_json"):
            text = by_name[name](text, chance)
        assert first(text) == entry.id, text


@pytest.mark.parametrize("code", STRANGERS)
def test_a_traceback_that_belongs_to_no_page_is_not(code, tmp_path):
    reading = read(traceback_of(code, tmp_path))
    assert reading.answers == []
    assert reading.unknown


@pytest.mark.parametrize("said", SAID, ids=lambda said: said[:40])
def test_what_others_say_is_not_answered(said):
    assert explain(said) == []
    assert explain(in_a_traceback(said)) == []


@pytest.mark.parametrize("folder", ["/home/me/miniconda3/envs/pytorch/lib/python3.12", "C:\\Users\\me\\torch-env\\Lib"])
def test_the_name_of_an_environment_is_no_sign(folder):
    text = (
        'Traceback (most recent call last):\n  File "{}/site-packages/flask/app.py", line 88, in main\n    run()\n{}\n'
    )
    assert [said for said in SAID if explain(text.format(folder, said))] == []


# What decides, and what does not.


def test_numbers_dtypes_and_devices_decide_where_they_do():
    conv = "RuntimeError: Input type ({}) and weight type ({}) should be the same"
    assert first(conv.format("torch.cuda.FloatTensor", "torch.FloatTensor")) == "input_on_cpu"
    assert first(conv.format("torch.DoubleTensor", "torch.FloatTensor")) == "conv_double"
    assert first(conv.format("torch.cuda.HalfTensor", "torch.cuda.FloatTensor")) == "conv_half"
    assert first(conv.format("unsigned char", "float")) == "conv_double"
    assert first(conv.format("struct c10::Half", "float")) == "conv_half"
    assert first("ValueError: expected 4D input (got 3D input)") == "batch_norm_dims"
    assert first("ValueError: expected 2D or 3D input (got 4D input)") == "batch_norm_other"
    size = "RuntimeError: The size of tensor a ({}) must match the size of tensor b ({}) at non-singleton dimension {}"
    assert first(size.format(4, 3, 0)) == "broadcast_channels"
    assert first(size.format(64, 10, 1)) == "broadcast"
    killed = "RuntimeError: DataLoader worker (pid 56811) is killed by signal: {}. "
    assert first(killed.format("Killed")) == "worker_killed"
    assert first(killed.format("Bus error")) == "worker_bus"
    assert first(killed.format("Segmentation fault")) == "worker_segfault"


def test_one_message_has_one_answer():
    text = """RuntimeError: Error(s) in loading state_dict for Net:
\tMissing key(s) in state_dict: "conv1.weight", "fc.bias".
\tUnexpected key(s) in state_dict: "{}conv1.weight", "{}fc.bias".
"""
    for prefix in ("module.", "_orig_mod.", "_orig_mod.module."):
        assert [answer.id for answer in explain(text.format(prefix, prefix))] == ["key_prefix"]
    assert [answer.id for answer in explain(text.format("head.", "head."))] == ["missing_keys"]
    both = text + "\tsize mismatch for fc.weight: copying a param with shape torch.Size([10, 2]) from checkpoint"
    assert len(explain(both)) == 1


def test_the_error_nearest_the_end_comes_first_and_warnings_last():
    text = """Traceback (most recent call last):
  File "a.py", line 1, in <module>
RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)
/x/a.py:3: UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`.
Traceback (most recent call last):
  File "a.py", line 9, in <module>
IndexError: Target 12 is out of bounds.
/x/a.py:5: UserWarning: The given NumPy array is not writable, and PyTorch does not support non-writable tensors.
"""
    ids = [answer.id for answer in explain(text)]
    assert ids == ["target_out_of_bounds", "matmul_shape", "not_writable", "scheduler_order"]


def test_a_notice_that_another_process_failed_comes_after_the_failure():
    text = """[rank0]: Traceback (most recent call last):
[rank0]:   File "/app/train.py", line 12, in main
[rank0]:     loss.backward()
[rank0]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 158.00 MiB.
E0924 12:00:00.123 139 torch/distributed/elastic/multiprocessing/api.py:826] failed (exitcode: 1) local_rank: 0
Traceback (most recent call last):
  File "/usr/local/bin/torchrun", line 8, in <module>
    sys.exit(main())
torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
"""
    reading = read(text)
    assert [answer.id for answer in reading.answers] == ["cuda_out_of_memory", "child_failed"]
    assert (reading.answers[0].own.file, reading.answers[0].own.line) == ("/app/train.py", 12)
    assert reading.answers[0].own.code == "loss.backward()"


def test_what_failed_on_the_gpu_comes_before_what_reports_it_late():
    text = """../aten/src/ATen/native/cuda/Indexing.cu:1236: indexSelectSmallIndex: block: [0,0,0], thread: [5,0,0] Assertion `srcIndex < srcSelectDimSize` failed.
Traceback (most recent call last):
  File "train.py", line 88, in <module>
    loss.backward()
RuntimeError: CUDA error: {}
E0924 12:00:00.123 139 torch/distributed/elastic/multiprocessing/api.py:826] failed (exitcode: 1) local_rank: 0
"""
    late = {
        "device-side assert triggered": "device_assert",
        "CUBLAS_STATUS_EXECUTION_FAILED when calling": "cublas_failed",
    }
    for said, name in late.items():
        assert [answer.id for answer in explain(text.format(said))] == ["index_assert", name, "child_failed"]


def test_a_known_warning_beside_an_unknown_error_leaves_the_error_unknown():
    text = """/x/a.py:3: UserWarning: The given NumPy array is not writable, and PyTorch does not support it.
Traceback (most recent call last):
  File "/x/b.py", line 7, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
"""
    reading = read(text)
    assert [answer.id for answer in reading.answers] == ["not_writable"]
    assert reading.unknown == "ModuleNotFoundError: No module named 'yaml'"
    assert (reading.own.file, reading.own.line, reading.own.code) == ("/x/b.py", 7, "import yaml")


def test_source_lines_that_a_notebook_or_rich_shows_are_no_error():
    shown = '            raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")'
    ipython = f"""KeyboardInterrupt                         Traceback (most recent call last)
Cell In[4], line 2
      1 for image in loader:
----> 2     transform(image)

File /usr/lib/python3/dist-packages/torchvision/transforms/functional.py:347, in normalize(tensor)
    345     # CUDA out of memory
    346 if not isinstance(tensor, torch.Tensor):
--> 347 {shown}
    348     # stack expects each tensor to be equal size

KeyboardInterrupt:
"""
    assert explain(ipython) == []
    rich = f"""╭─────────────────────────────── Traceback (most recent call last) ────────────────────────────────╮
│ /home/me/train.py:12 in <module>                                                                  │
│                                                                                                   │
│   11 # mat1 and mat2 shapes cannot be multiplied                                                  │
│ ❱ 12 main()                                                                                       │
│   13 {shown}  │
╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
KeyError: 'x'
"""
    reading = read(rich)
    assert reading.answers == []
    assert reading.unknown == "KeyError: 'x'"
    assert (reading.own.file, reading.own.line) == ("/home/me/train.py", 12)
    assert (
        explain(f'{shown}\n    raise ValueError(\n        "optimizer got an empty parameter list"\n    )\nKeyError: 1')
        == []
    )


@pytest.mark.parametrize(
    ("text", "file", "line", "code"),
    [
        (
            '  File "/home/me/train.py", line 7, in step\n    y = net(x)\n'
            '  File "/opt/conda/lib/python3.11/site-packages/torch/nn/modules/linear.py", line 125, in forward\n'
            "    return F.linear(input, self.weight, self.bias)\n",
            "/home/me/train.py", 7, "y = net(x)",
        ),
        (
            '  File "C:\\Users\\me\\train.py", line 7, in <module>\n    y = net(x)\n'
            '  File "C:\\Python311\\Lib\\site-packages\\torch\\nn\\modules\\linear.py", line 125, in forward\n    x\n',
            "C:\\Users\\me\\train.py", 7, "y = net(x)",
        ),
        ("Cell In[5], line 2\n      1 x = 1\n----> 2 net(x)\n\n", "Cell In[5]", 2, "net(x)"),
        (
            "<ipython-input-3-5a1b> in <module>\n      1 x = 1\n----> 2 net(x)\n\n"
            "/usr/local/lib/python3.7/dist-packages/torch/nn/modules/module.py in _call_impl(self, *input)\n"
            "    725             result = 1\n--> 727             result = self.forward(*input)\n\n",
            "<ipython-input-3-5a1b>", 2, "net(x)",
        ),
        ("~/project/model.py in forward(self, x)\n     30     x = 1\n---> 31     return x @ x\n\n", "~/project/model.py", 31, "return x @ x"),
        ("/home/me/train.py:9: in step\n    y = net(x)\n", "/home/me/train.py", 9, None),
    ],
)  # fmt: skip
def test_the_answer_names_the_readers_own_line(text, file, line, code):
    answer = explain(f"{text}RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)\n")[0]
    assert (answer.own.file, answer.own.line, answer.own.code) == (file, line, code)


def test_both_languages_answer_in_their_own():
    ko, en = (explain("optimizer got an empty parameter list", language)[0] for language in LANGUAGES)
    assert (ko.id, ko.path) == (en.id, en.path)
    assert re.search("[가-힣]", ko.fix)
    assert not re.search("[가-힣]", en.fix)
    with pytest.raises(ValueError, match="language must be 'ko' or 'en', not 'fr'"):
        explain("", "fr")


# Bad input: a clear answer at once.

SECONDS = 8  # of this thread, for 10 MB; it takes about one where nothing else runs


def timed(text: str) -> list[str]:
    """Return the ids of the answers, which come soon."""
    before = time.thread_time()
    found = [answer.id for answer in explain(text)]
    assert time.thread_time() - before < SECONDS
    return found


def test_ten_megabytes_are_searched_whole_and_at_once():
    log = "epoch 1, loss 0.5, lr 1e-3 at /data/run\n" * 250_000
    assert timed(log) == []
    assert timed(log + "optimizer got an empty parameter list") == ["empty_parameters"]
    assert timed("optimizer got an empty parameter list\n" + log) == ["empty_parameters"]
    warning = (
        "/x.py:1: UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`.\n  warnings.warn(\n"
    )
    assert timed(warning * 80_000) == ["scheduler_order"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t \n",
        np.random.default_rng(0).integers(0, 256, 10_000_000, dtype=np.uint8).tobytes().decode("utf-8", "replace"),
        "x" * 5_000_000,
        "loss 0.5 " * 550_000,
        "\0" * 5_000_000,
        "[" * 5_000_000,
        "\\" * 5_000_000,
        "\x1b[" * 2_500_000,
        "raise X(\n" * 500_000,
        '  File "a.py", line 3, in f\n    x\n' * 150_000,
        "😀" * 2_000_000,
        "오류가 난다 " * 700_000,
    ],
    ids=["empty", "blank", "noise", "line", "words", "nul", "brackets", "backslashes", "escapes", "raises", "frames", "emoji", "korean"],
)  # fmt: skip
def test_noise_finds_nothing_and_at_once(text):
    assert timed(text) == []
