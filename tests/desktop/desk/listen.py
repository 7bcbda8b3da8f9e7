"""Prints what a screen reader is told, one line an event, until it is ended: type, role, name, then the words or the
first number that the event carries, separated by tabs. The first line says that it listens."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = [
    "object:announcement",
    "object:property-change:accessible-name",
    "object:property-change:accessible-value",
    "object:state-changed:checked",
    "object:state-changed:focused",
    "object:text-changed",
    "object:text-caret-moved",
]


def one_line(text):
    return str(text).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def heard(event):
    try:
        role, name = event.source.get_role_name(), event.source.get_name()
    except GLib.Error:
        # What spoke may be gone already; its words are in the event.
        role, name = "", ""
    words = event.any_data if isinstance(event.any_data, str) else event.detail1
    print("\t".join([event.type, role, one_line(name), one_line(words)]), flush=True)


Atspi.init()
listener = Atspi.EventListener.new(heard)
for event in EVENTS:
    listener.register(event)
print("listening", flush=True)
Atspi.event_main()
