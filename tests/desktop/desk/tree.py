"""Prints what a screen reader finds, one line a node:
depth, role, x, y, width, height, states, value, name, text, separated by tabs."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def tried(read, otherwise):
    """A node may vanish while the tree is read."""
    try:
        return read()
    except GLib.Error:
        return otherwise


def one_line(text):
    return (text or "").replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def text_of(node):
    interface = node.get_text_iface()
    return Atspi.Text.get_text(interface, 0, -1) if interface else ""


def value_of(node):
    interface = node.get_value_iface()
    return str(Atspi.Value.get_current_value(interface)) if interface else ""


def show(node, depth):
    if node is None:
        return
    component = tried(node.get_component_iface, None)
    box = tried(lambda: component.get_extents(Atspi.CoordType.SCREEN), None) if component else None
    x, y, width, height = (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)
    states = tried(lambda: node.get_state_set().get_states(), [])
    columns = [
        str(depth),
        tried(node.get_role_name, ""),
        str(x), str(y), str(width), str(height),
        ",".join(state.value_nick for state in states),
        tried(lambda: value_of(node), ""),
        one_line(tried(node.get_name, "")),
        one_line(tried(lambda: text_of(node), "")),
    ]
    print("\t".join(columns))
    for index in range(tried(node.get_child_count, 0)):
        show(tried(lambda: node.get_child_at_index(index), None), depth + 1)


desktop = Atspi.get_desktop(0)
for index in range(desktop.get_child_count()):
    show(tried(lambda: desktop.get_child_at_index(index), None), 0)
