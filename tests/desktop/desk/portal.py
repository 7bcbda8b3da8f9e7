"""A desktop portal that answers what it is told: the first argument is a file that says how (« answer URI », « cancel »,
« fail »), read each time. Prints « listening », then one line a question: the method, the title, the folder, the name."""

import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ARGUMENTS = """
  <arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
"""
NODE = f"""
<node><interface name="org.freedesktop.portal.FileChooser">
  <method name="OpenFile">{ARGUMENTS}</method>
  <method name="SaveFile">{ARGUMENTS}</method>
  <property name="version" type="u" access="read"/>
</interface></node>
"""
NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"


def answer(connection, sender, path, interface, method, parameters, invocation):
    _, title, options = parameters.unpack()
    folder = bytes(options.get("current_folder", [])).rstrip(b"\0").decode()
    print(method, title, folder, options.get("current_name", ""), sep="\t", flush=True)
    with open(sys.argv[1], encoding="utf-8") as told:
        how, _, uri = told.read().strip().partition(" ")
    if how == "fail":
        invocation.return_dbus_error("org.freedesktop.portal.Error.Failed", "no window")
        return
    caller = sender[1:].replace(".", "_")
    request = f"{PATH}/request/{caller}/{options['handle_token']}"
    invocation.return_value(GLib.Variant("(o)", (request,)))
    results = {"uris": GLib.Variant("as", [uri])} if how == "answer" else {}
    response = GLib.Variant("(ua{sv})", (0 if how == "answer" else 1, results))
    connection.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", response)


def owned(connection, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(NODE).interfaces[0]
    version = lambda *_: GLib.Variant("u", 4)  # noqa: E731
    connection.register_object(PATH, interface, answer, version, None)
    print("listening", flush=True)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, owned, None, None)
GLib.MainLoop().run()
