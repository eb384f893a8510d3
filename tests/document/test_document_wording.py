"""An office's own templates: one overrides one, a slip in it has a place, and it can do no harm."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from luoshi.diagnostics import Diagnostic, Language
from luoshi.diagnostics.concise import line as one_line
from luoshi.diagnostics.wording import headline
from luoshi.document.faults import template_fault
from luoshi.document.wording import TemplateProblem
from small_plans import base, builder_of, words, world_of

_SECTION = "templates/zh-Hans/sections/division_of_labor.md.j2"


def _made(files: Mapping[str, str | bytes], **fields: object) -> tuple[str, tuple[Diagnostic, ...]]:
    """The notice's words, and what was found while making it."""
    builder = builder_of(world_of(base(**fields), files))
    document = builder.notice()
    return "" if document is None else words(document), tuple(builder.faults)


def _fault(text: str | bytes, file: str = _SECTION) -> dict[str, object]:
    """The arguments of the one finding that a faulty template gives."""
    notice, found = _made({file: text})
    assert notice == "", "a faulty template still gave a document"
    (fault,) = found
    assert fault.code == "DOC001"
    assert "范本" in one_line(fault, "zh-Hans")
    return dict(fault.args)


def test_a_template_beside_the_plan_takes_the_place_of_the_shipped_one() -> None:
    notice, found = _made(
        {
            _SECTION: "{% for d in section.body %}\n\n本单位自己的写法：{{ d.names[0] }}\n{% endfor %}"
        }
    )
    assert not found
    assert "本单位自己的写法：教务处" in notice
    assert "附件" in notice, "the templates beside it are the shipped ones"


def test_an_own_template_can_use_the_shipped_ones() -> None:
    own = '{% import "macros.md.j2" as m with context %}\n{% for d in section.body %}{{ m.duties(d.duties) }}{% endfor %}'
    notice, found = _made({_SECTION: own})
    assert not found
    assert "安排安全教育课" in notice


def test_a_templates_byte_order_mark_and_windows_line_ends_are_nothing() -> None:
    notice, found = _made({_SECTION: "\ufeff\r\n自己的写法\r\n\r\n第二段\r\n".encode()})
    assert not found
    assert "自己的写法\n第二段" in notice


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ("一\n\n{% for d in section.body %}\n没有结尾", 4, "写法不对"),
        ("一\n{{ d.名称 }\n", 2, "写法不对"),
        ("{{ section.body | 没有的过滤 }}", 1, "写法不对"),
        ("一\n\n\n{{ section.nothing }}\n", 4, "用了没有的名称"),
        ("一\n{{ unknown }}\n", 2, "用了没有的名称"),
        ("一\n{{ section.body[99].title }}\n", 2, "用了没有的名称"),
        ('一\n\n{% include "nope.md.j2" %}\n', 3, "引用了没有的范本"),
        ('一\n{% import "nope.md.j2" as m %}\n', 2, "引用了没有的范本"),
        ('一\n{% include "../../plan.yaml" %}\n', 2, "引用了没有的范本"),
        ('一\n{% include "/etc/passwd" %}\n', 2, "引用了没有的范本"),
        ("一\n{{ section.__class__ }}\n", 2, "用了不允许的操作"),
        ("一\n\n{{ ''.__class__.__mro__ }}\n", 3, "用了不允许的操作"),
        ("一\n{{ 1 / 0 }}\n", 2, "算不出来"),
        ("一\n{{ section.body }}\n", 2, "算不出来"),
        ("一\n{{ blank }}\n", 2, "算不出来"),
        ("一\n{{ 1 + 'a' }}\n", 2, "算不出来"),
        ('一\n{% include "sections/division_of_labor.md.j2" %}\n', 2, "算不出来"),
    ],
)
def test_a_slip_in_a_template_names_the_template_its_line_and_what_it_is(
    text: str, line: int, kind: str
) -> None:
    args = _fault(text)
    words_of_kind = args["kind"]
    assert isinstance(words_of_kind, Mapping)
    assert (args["template"], args["line"]) == ("sections/division_of_labor.md.j2", line)
    assert words_of_kind["zh-Hans"] == kind


def test_a_slip_in_a_macro_is_placed_in_the_macro_and_not_at_its_caller() -> None:
    own = "{% macro duties(items) %}\n\n{{ items.wrong.wrong }}\n{% endmacro %}"
    caller = '{% import "macros.md.j2" as m with context %}\n{{ m.duties(section.body) }}'
    notice, (fault,) = _made({"templates/zh-Hans/macros.md.j2": own, _SECTION: caller}, title="x")
    assert not notice
    assert (fault.args["template"], fault.args["line"]) == ("macros.md.j2", 3)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_template_that_is_missing_is_not_said_to_have_a_line(language: Language) -> None:
    problem = TemplateProblem("notice.md.j2", 0, "missing", "notice.md.j2")
    said = headline(template_fault(problem, {}), language)
    assert "notice.md.j2" in said
    assert "0" not in said


def test_a_name_a_template_misses_is_said_without_the_template_languages_words() -> None:
    _, (found,) = _made({_SECTION: "{{ section.nothing }}"})
    assert "第1行用了没有的名称：“nothing”。" in one_line(found, "zh-Hans")


def test_a_template_saved_as_gbk_is_named_and_not_passed_over() -> None:
    args = _fault("好\n自己的写法".encode("gbk"))
    assert (args["line"], args["detail"]) == (1, "UTF-8")


# --- what could run on, or fill the memory -------------------------------------------------------


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(10**9) %}{% endfor %}",
        "{% for a in [0] * 9999999999 %}{% endfor %}",
        "{% set x = 'a' * 999999999 %}{{ x }}",
        "{% set l = [0] * 1000 %}{% for a in l %}{% for b in l %}{% for c in l %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' | center(999999999) }}",
        "{{ 'x'.ljust(999999999) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%999999999d' | format(1) }}",
        "{{ 'x' | indent(999999999, true) }}",
        "{{ '{:999999999}'.format(1) }}",
        "{% macro f(n) %}{{ f(n - 1) ~ f(n - 1) if n > 0 }}{% endmacro %}{{ f(60) }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_template_that_runs_on_is_stopped_and_named(text: str) -> None:
    begun = time.process_time()
    args = _fault(text)
    assert args["template"] == "sections/division_of_labor.md.j2"
    assert time.process_time() - begun < 20


def test_a_document_that_grows_too_long_is_stopped() -> None:
    assert _fault("{% for a in range(90000) %}{{ '好' * 900 }}{% endfor %}")["template"]


# --- what would reach the program: attacks published against Jinja -------------------------------

_ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__']['__base__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ [] | map(attribute='__class__') | list }}{{ [''] | map(attribute='__class__') | first }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ blank.__globals__ }}",
    "{{ md.__init__.__globals__ }}",
    "{{ blank.__code__ }}",
    "{{ md.mro() }}",
    "{{ (md ~ '').__class__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{% set s = 'a{0.__class__}'.format %}{{ s(1) }}",
    "{{ ('{0.__class__}' | string).format(1) }}",
    "{{ ['{0.__class__}'.format] | map('call', 1) | list }}",
    "{{ '' | format.__init__ }}",
    "{{ section.update({'title': 'x'}) }}",
    "{{ section.body.append(1) }}",
    "{{ section.body.clear() }}",
    "{{ section.pop('title') }}",
    "{% set section.title = 'x' %}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ [1, 2, 3] | random }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config }}",
    "{{ request }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ dict.__base__ }}",
    "{{ range.__class__ }}",
    "{% import 'os' as os %}{{ os }}",
    "{% include '/proc/self/environ' %}",
    "{% include 'C:\\\\Windows\\\\win.ini' %}",
    "{{ (1).__class__.__base__.__subclasses__() }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ section | tojson | safe }}{{ section.__dict__ }}",
    "{{ m.__class__ }}",
    "{{ md('').__html_format__ }}",
    "{{ md('{0.__class__.__mro__}').format(1) }}",
    "{{ loop }}",
    "{% do 1 %}",
    "{% call(x) blank.__call__() %}{% endcall %}",
]


@pytest.mark.parametrize("attack", _ATTACKS)
def test_an_attack_ends_as_a_finding(attack: str) -> None:
    assert _fault(attack)["template"]
