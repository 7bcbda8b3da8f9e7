"""Does one thing through the screen reader's bus, as a screen reader would: no key, no mouse.

    act.py VERB ROLE NAME [ARGUMENT]

finds the first node of that role whose name contains NAME (no-break spaces count as ordinary ones), does it, and
prints what the program answered. Verbs: click, do ACTION, focus, value NUMBER, text WORDS, insert WORDS, delete,
caret OFFSET, offset (where the caret is), length, description, actions, interfaces."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def plain(name):
    return (name or "").replace("\u00a0", " ").replace("\u202f", " ")


def found(node, role, name):
    """The first such node under `node`; one that vanishes meanwhile is not it."""
    try:
        if node.get_role_name() == role and name in plain(node.get_name()):
            return node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            inside = child and found(child, role, name)
            if inside:
                return inside
    except GLib.Error:
        pass
    return None


def actions(node):
    count = Atspi.Action.get_n_actions(node)
    return [Atspi.Action.get_action_name(node, index) for index in range(count)]


VERBS = {
    "click": lambda node, _: Atspi.Action.do_action(node, 0),
    "do": lambda node, action: Atspi.Action.do_action(node, actions(node).index(action)),
    "focus": lambda node, _: Atspi.Component.grab_focus(node),
    "value": lambda node, to: Atspi.Value.set_current_value(node, float(to)),
    "text": lambda node, words: Atspi.EditableText.set_text_contents(node, words),
    "insert": lambda node, words: Atspi.EditableText.insert_text(
        node, Atspi.Text.get_caret_offset(node), words, len(words.encode())
    ),
    "delete": lambda node, _: Atspi.EditableText.delete_text(
        node, 0, Atspi.Text.get_character_count(node)
    ),
    "caret": lambda node, offset: Atspi.Text.set_caret_offset(node, int(offset)),
    "offset": lambda node, _: Atspi.Text.get_caret_offset(node),
    "length": lambda node, _: Atspi.Text.get_character_count(node),
    "description": lambda node, _: plain(node.get_description()),
    "actions": lambda node, _: actions(node),
    "interfaces": lambda node, _: node.get_interfaces(),
}

verb, role, name = sys.argv[1:4]
argument = sys.argv[4] if len(sys.argv) > 4 else ""
desktop = Atspi.get_desktop(0)
node = found(desktop, role, name)
if node is None:
    sys.exit(f"no {role} named « {name} »")
try:
    print(VERBS[verb](node, argument))
except GLib.Error as error:
    sys.exit(f"{verb} on « {name} »: {error.message}")
