#!/usr/bin/env python3
"""Makes the faces of the program, those of assets/fonts/.

    npm install @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 @expo-google-fonts/noto-sans@0.4.2 \\
        @expo-google-fonts/noto-sans-math@0.4.2 @expo-google-fonts/noto-sans-mono@0.4.2 \\
        @expo-google-fonts/noto-sans-symbols@0.4.2 @expo-google-fonts/noto-sans-symbols-2@0.4.1 \\
        @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-emoji@0.4.7
    pip install fonttools==4.68.0
    tools/letters/make.py node_modules/@expo-google-fonts

Twice from the same sources gives the same bytes. Every source is under the SIL Open Font License 1.1 (assets/fonts/OFL.txt);
what is made of them bears names of its own, since it is no longer what their authors published.

- « Labo Sans », three weights: Atkinson Hyperlegible Next as it is, and behind it all of Latin Extended, Greek, Cyrillic,
  phonetic letters and combining marks. A letter that Unicode parts into a letter of Atkinson and its marks is built so, with
  Atkinson's own outlines; what is left comes from Noto Sans, at Atkinson's x-height (their stems are then within 5 units of
  each other in the three weights). One file a weight, so that any mark finds its place over any letter.
- « Labo Signes »: arrows, ticks, boxes, bullets, numbers in circles, operators, frames, from the Noto faces of signs.
- « Labo Emoji »: Noto Emoji, black on white.
- « Labo Hanzi »: the ideograms of GB 2312, Big5 (level 1) and JIS X 0208, kana and their punctuation, from Noto Sans SC.
"""

import copy
import sys
import unicodedata
from pathlib import Path

from fontTools.otlLib import builder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

TARGET = Path(__file__).resolve().parents[2] / "assets" / "fonts"
WEIGHTS = [("Regular", "400Regular", 400), ("SemiBold", "600SemiBold", 600), ("Bold", "700Bold", 700)]
VERSION = "1.000"
UNITS = 1000
# The x-heights of Atkinson and of Noto, in em.
SCALE = 0.496 / 0.536

LETTERS = [
    (0x0020, 0x052F),  # Latin, its extensions A and B, phonetic letters, combining marks, Greek, Cyrillic
    (0x1C80, 0x1C8F), (0x1D00, 0x1FFF),  # more phonetic letters and marks, Latin Extended Additional, Greek Extended
    (0x2010, 0x205E), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x218F),
    (0x2C60, 0x2C7F), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE20, 0xFE2F),
]
SIGNS = [
    (0x2010, 0x205E), (0x20D0, 0x20FF), (0x2100, 0x27BF), (0x27C0, 0x27FF), (0x2900, 0x2BFF), (0x3008, 0x3011), (0xFE00, 0xFE00),
    (0x1D400, 0x1D7FF), (0x1F100, 0x1F1E5), (0x1F650, 0x1F67F), (0x1F700, 0x1F8FF), (0xFFFD, 0xFFFD),
]
# Frames and blocks join each other, so they are taken together from one face.
FRAMES = range(0x2500, 0x25A0)
ARROWS_AND_OPERATORS = [range(0x2190, 0x2300), range(0x27C0, 0x2800), range(0x2900, 0x2B00)]


class Missing(Exception):
    """What a face is made of is not there, or is not what it was."""


def source(sources, family, weight="400Regular"):
    folder = sources / family / weight
    found = sorted(folder.glob("*.ttf"))
    if not found:
        raise Missing(f"{folder}: no .ttf file there (install the packages named above)")
    return TTFont(found[0], recalcTimestamp=False)


def within(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def subset(font, codes, features=("mark", "mkmk", "ccmp")):
    options = Options(layout_features=list(features), hinting=False, glyph_names=True, notdef_outline=True,
                      name_IDs=[0], drop_tables=["STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG", "meta", "MATH", "vhea", "vmtx", "VORG", "BASE"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def scaled(font, factor):
    """The same drawings, `factor` times as large in an em of `UNITS`."""
    scale_upem(font, round(UNITS * factor))
    font["head"].unitsPerEm = UNITS
    return font


def is_mark(code):
    return unicodedata.category(chr(code)) == "Mn"


# Places where marks are set, by the class of the mark.

def anchors(font, kind, mark):
    """The (bases, marks) of the lookups of `font` in which `mark` is set on a letter (kind 4) or on a mark (kind 6)."""
    bases, marks = {}, {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType != kind:
                continue
            names = ("Mark", "Base") if kind == 4 else ("Mark1", "Mark2")
            coverage, array = getattr(table, names[0] + "Coverage"), getattr(table, names[0] + "Array")
            if mark not in coverage.glyphs:
                continue
            for glyph, record in zip(coverage.glyphs, array.MarkRecord):
                marks[glyph] = (record.MarkAnchor.XCoordinate, record.MarkAnchor.YCoordinate)
            coverage, array = getattr(table, names[1] + "Coverage"), getattr(table, names[1] + "Array")
            records = array.BaseRecord if kind == 4 else array.Mark2Record
            for glyph, record in zip(coverage.glyphs, records):
                anchor = (record.BaseAnchor if kind == 4 else record.Mark2Anchor)[0]
                if anchor is not None:
                    bases[glyph] = (anchor.XCoordinate, anchor.YCoordinate)
    return bases, marks


# For each class, a mark of Atkinson's that is in it (or none), and one of Noto's.
CLASSES = {"above": ("acutecomb", "acutecomb"), "below": ("uni0326", "uni0326"), "ogonek": ("uni0328", None),
           "right": (None, "uni031B"), "through": (None, "uni0338")}


class Face:
    """Atkinson in one weight, being completed."""

    def __init__(self, sources, folder):
        self.font = source(sources, "atkinson-hyperlegible-next", folder)
        self.own = set(self.font.getGlyphOrder())
        cmap = self.font.getBestCmap()
        wanted = [code for low, high in LETTERS for code in range(low, high + 1)]
        self.noto = scaled(subset(source(sources, "noto-sans", folder), wanted), SCALE)
        self.noto_cmap = self.noto.getBestCmap()
        self.cmap = dict(cmap)
        self.order = list(self.font.getGlyphOrder())
        self.bases = {name: {} for name in CLASSES}
        self.marks = {name: {} for name in CLASSES}
        self.over = {name: {} for name in CLASSES}
        self.rename = {}
        self.kerned = {}
        for name, (ours, theirs) in CLASSES.items():
            if ours:
                self.bases[name], self.marks[name] = anchors(self.font, 4, ours)
                self.over[name], _ = anchors(self.font, 6, ours)

    def glyph(self, name):
        return self.font["glyf"][name]

    def bounds(self, font, name):
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        return glyph

    def add(self, name, glyph, advance, lsb=None):
        self.font["glyf"].glyphs[name] = glyph
        self.order.append(name)
        self.font["glyf"].setGlyphOrder(self.order)
        glyph.recalcBounds(self.font["glyf"])
        self.font["hmtx"][name] = (advance, lsb if lsb is not None else getattr(glyph, "xMin", 0))

    # What comes from Noto as it is.

    def bring(self, name):
        """Copies a glyph of Noto's, and those that it is made of; gives its name here."""
        if name in self.rename:
            return self.rename[name]
        here = "noto." + name
        self.rename[name] = here
        glyph = copy.deepcopy(self.noto["glyf"][name])
        glyph.expand(self.noto["glyf"])
        if glyph.isComposite():
            for part in glyph.components:
                part.glyphName = self.bring(part.glyphName)
        self.add(here, glyph, self.noto["hmtx"][name][0])
        for kind, (_, theirs) in CLASSES.items():
            if theirs is None:
                continue
            bases, marks = self.their_anchors(4, kind)
            if name in bases:
                self.bases[kind].setdefault(here, bases[name])
            if name in marks:
                self.marks[kind].setdefault(here, marks[name])
            over, _ = self.their_anchors(6, kind)
            if name in over:
                self.over[kind].setdefault(here, over[name])
        return here

    def their_anchors(self, level, kind):
        key = (level, kind)
        cache = self.__dict__.setdefault("cache", {})
        if key not in cache:
            cache[key] = anchors(self.noto, level, CLASSES[kind][1])
        return cache[key]

    def from_noto(self, code):
        self.cmap[code] = self.bring(self.noto_cmap[code])

    # What is built of a letter of Atkinson's and of marks.

    def right_anchors(self):
        """Where a horn stands on Atkinson's letters: as far from their edge as on Noto's."""
        theirs, _ = self.their_anchors(4, "right")
        for letter in "oOuU":
            ours, noto = self.cmap[ord(letter)], self.noto_cmap[ord(letter)]
            x, y = theirs[noto]
            edges = self.bounds(self.font, ours).xMax, self.bounds(self.noto, noto).xMax
            heights = self.bounds(self.font, ours).yMax, self.bounds(self.noto, noto).yMax
            self.bases["right"][ours] = (x + edges[0] - edges[1], y + heights[0] - heights[1])

    def class_of(self, mark):
        for kind in ("ogonek", "above", "below", "right", "through"):
            if mark in self.marks[kind]:
                return kind
        raise Missing(f"no anchor places the mark {mark}")

    def mark_for(self, code, capital):
        name = self.cmap[code]
        case = name + ".case"
        return case if capital and case in self.own else name

    def compose(self, code):
        """Builds the letter, or says that it cannot be."""
        parts = [ord(c) for c in unicodedata.normalize("NFD", chr(code))]
        base, marks = parts[0], parts[1:]
        if not marks or self.cmap.get(base) not in self.own or not all(map(is_mark, marks)):
            return False
        if any(mark not in self.cmap for mark in marks):
            return False
        above = [m for m in marks if self.class_of(self.cmap[m]) == "above"]
        letter = {0x69: 0x131, 0x6A: 0x237}.get(base, base) if above else base
        name = "uni%04X" % code
        ours = self.cmap[letter]
        capital = unicodedata.category(chr(base)) == "Lu"
        places = {kind: self.bases[kind].get(ours) for kind in CLASSES}
        placed = []
        pair = None
        if len(above) == 2 and above[0] in (0x302, 0x306) and above[1] in (0x300, 0x301, 0x303, 0x309):
            # The Vietnamese set these side by side: drawn so by Noto.
            pair = self.pair_over(base, above, capital)
        for mark in marks:
            glyph = self.mark_for(mark, capital)
            kind = self.class_of(glyph)
            if pair and kind == "above":
                if mark != above[0]:
                    continue
                glyph = pair
            at, own = places[kind], self.marks[kind].get(glyph)
            if at is None or own is None:
                return False
            dx, dy = round(at[0] - own[0]), round(at[1] - own[1])
            placed.append((glyph, dx, dy))
            top = self.over[kind].get(glyph)
            places[kind] = (top[0] + dx, top[1] + dy) if top else None
        result = Glyph()
        result.numberOfContours = -1
        result.components = []
        for glyph, x, y in [(ours, 0, 0)] + placed:
            part = GlyphComponent()
            part.glyphName, part.x, part.y, part.flags = glyph, x, y, 0x4
            result.components.append(part)
        result.components[0].flags |= 0x200
        self.add(name, result, self.font["hmtx"][ours][0])
        for kind, place in places.items():
            if place:
                self.bases[kind][name] = place
        self.cmap[code] = name
        self.kerned[name] = ours
        return True

    def pair_over(self, base, above, capital):
        """« ^ » and a tone, as Noto sets them over this letter."""
        name = "pair.%04X%04X%s" % (*above, ".case" if capital else "")
        if name in self.order:
            return name
        whole = unicodedata.normalize("NFC", chr(base) + "".join(map(chr, above)))
        theirs = self.noto_cmap[ord(whole)]
        pen = DecomposingRecordingPen(self.noto.getGlyphSet())
        self.noto.getGlyphSet()[theirs].draw(pen)
        # A contour of the marks starts above the letter.
        foot = (0.714 if capital else 0.536) * SCALE * UNITS + 20
        contours, one = [], []
        for step in pen.value:
            one.append(step)
            if step[0] in ("closePath", "endPath"):
                contours.append(one)
                one = []
        drawn = TTGlyphPen(None)
        for contour in contours:
            heights = [point[1] for _, points in contour for point in points if point is not None]
            if min(heights) > foot:
                for operator, points in contour:
                    getattr(drawn, operator)(*points)
        glyph = drawn.glyph()
        self.add(name, glyph, 0)
        x, y = self.their_anchors(4, "above")[0][self.noto_cmap[base]]
        # Capitals of Atkinson's are a little higher than Noto's.
        self.marks["above"][name] = (x, y)
        self.over["above"][name] = (x, glyph.yMax)
        return name

    # The tables.

    def finish(self, weight):
        font = self.font
        font.setGlyphOrder(self.order)
        font["maxp"].numGlyphs = len(self.order)
        gdef = font["GDEF"].table
        for kind in CLASSES:
            for mark in self.marks[kind]:
                gdef.GlyphClassDef.classDefs[mark] = 3
        every_mark = set(gdef.GlyphClassDef.classDefs)
        marks = {mark for mark, kind in gdef.GlyphClassDef.classDefs.items() if kind == 3}
        for mark in marks - self.own:
            font["hmtx"][mark] = (0, font["hmtx"][mark][1])
        for name in self.order:
            if name not in every_mark and name not in self.own:
                gdef.GlyphClassDef.classDefs[name] = 1
        ids = font.getReverseGlyphMap(rebuild=True)
        self.kern()
        for level, feature in ((4, "mark"), (6, "mkmk")):
            for kind in CLASSES:
                known = self.bases if level == 4 else self.over
                bases = {g: a for g, a in known[kind].items() if (g in marks) == (level == 6)}
                ours = {g: a for g, a in self.marks[kind].items() if g in marks}
                if bases and ours:
                    self.set_marks(level, feature, ours, bases, ids)
        soft_dotted(font, self.cmap, [g for g in self.marks["above"] if g in marks])
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap = {c: g for c, g in self.cmap.items() if table.format == 12 or c <= 0xFFFF}
        for table in ("STAT",):
            del font[table]
        named(font, "Labo Sans", weight)

    def kern(self):
        """A letter that was built is kerned as the one it is built on."""
        for lookup in self.font["GPOS"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                table = table.ExtSubTable if table.LookupType == 9 else table
                if table.LookupType == 2 and table.Format == 2:
                    for name, ours in self.kerned.items():
                        if ours in table.Coverage.glyphs:
                            table.Coverage.glyphs.append(name)
                            if ours in table.ClassDef1.classDefs:
                                table.ClassDef1.classDefs[name] = table.ClassDef1.classDefs[ours]
                        if ours in table.ClassDef2.classDefs:
                            table.ClassDef2.classDefs[name] = table.ClassDef2.classDefs[ours]

    def set_marks(self, level, feature, marks, bases, ids):
        anchor = lambda place: builder.buildAnchor(round(place[0]), round(place[1]))
        marks = {glyph: (0, anchor(place)) for glyph, place in marks.items()}
        bases = {glyph: {0: anchor(place)} for glyph, place in bases.items()}
        table = (builder.buildMarkBasePosSubtable if level == 4 else mark_to_mark)(marks, bases, ids)
        lookup = builder.buildLookup([table], flags=0)
        gpos = self.font["GPOS"].table
        gpos.LookupList.Lookup.append(lookup)
        gpos.LookupList.LookupCount += 1
        for record in gpos.FeatureList.FeatureRecord:
            if record.FeatureTag == feature:
                record.Feature.LookupListIndex.append(len(gpos.LookupList.Lookup) - 1)


def mark_to_mark(marks, bases, ids):
    table = ot.MarkMarkPos()
    table.Format = 1
    table.ClassCount = 1
    table.Mark1Coverage = builder.buildCoverage(marks, ids)
    table.Mark2Coverage = builder.buildCoverage(bases, ids)
    table.Mark1Array = builder.buildMarkArray(marks, ids)
    table.Mark2Array = ot.Mark2Array()
    table.Mark2Array.Mark2Record = []
    for glyph in table.Mark2Coverage.glyphs:
        record = ot.Mark2Record()
        record.Mark2Anchor = [bases[glyph][0]]
        table.Mark2Array.Mark2Record.append(record)
    table.Mark2Array.Mark2Count = len(table.Mark2Array.Mark2Record)
    return table


def soft_dotted(font, cmap, above):
    """« i » and « j » lose their dot under a mark."""
    gsub = font["GSUB"].table
    single = builder.buildLookup([builder.buildSingleSubstSubtable({cmap[0x69]: cmap[0x131], cmap[0x6A]: cmap[0x237]})])
    chain = ot.ChainContextSubst()
    chain.Format = 3
    ids = font.getReverseGlyphMap()
    chain.BacktrackCoverage, chain.BacktrackGlyphCount = [], 0
    chain.InputCoverage = [builder.buildCoverage([cmap[0x69], cmap[0x6A]], ids)]
    chain.InputGlyphCount = 1
    chain.LookAheadCoverage = [builder.buildCoverage(above, ids)]
    chain.LookAheadGlyphCount = 1
    record = ot.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, len(gsub.LookupList.Lookup)
    chain.SubstLookupRecord, chain.SubstCount = [record], 1
    gsub.LookupList.Lookup += [single, builder.buildLookup([chain])]
    gsub.LookupList.LookupCount = len(gsub.LookupList.Lookup)
    for feature in gsub.FeatureList.FeatureRecord:
        if feature.FeatureTag == "ccmp":
            feature.Feature.LookupListIndex.append(gsub.LookupList.LookupCount - 1)


COPYRIGHT = {
    "Labo Sans": "Copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors; Copyright 2022 The Noto Project Authors.",
    "Labo Signes": "Copyright 2022 The Noto Project Authors.",
    "Labo Emoji": "Copyright 2013 Google LLC.",
    "Labo Hanzi": "Copyright 2014-2021 Adobe, with Reserved Font Name « Source ».",
}
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org"


def named(font, family, weight):
    number = {name: n for name, _, n in WEIGHTS}[weight]
    file = f"{family.replace(' ', '')}-{weight}"
    table = newTable("name")
    table.names = []
    regular = weight in ("Regular", "Bold")
    words = {0: COPYRIGHT[family], 1: family if regular else f"{family} {weight}", 2: weight if regular else "Regular",
             3: f"{VERSION};{file}", 4: f"{family} {weight}", 5: f"Version {VERSION}", 6: file, 13: LICENCE,
             14: "https://openfontlicense.org", 16: family, 17: weight}
    for key, text in words.items():
        table.setName(text, key, 3, 1, 0x409)
    font["name"] = table
    font["OS/2"].usWeightClass = number
    font["post"].formatType = 3.0
    font["head"].modified = font["head"].created
    font.save(TARGET / f"{file}.ttf", reorderTables=True)
    print(file, len(font.getGlyphOrder()), (TARGET / f"{file}.ttf").stat().st_size)


def same_lines(font):
    """As high above the line and as deep under it as Atkinson: one line of both is set on one baseline."""
    units = font["head"].unitsPerEm
    high, deep = round(0.984 * units), round(-0.316 * units)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = high, deep, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = high, deep, 0
    os2.usWinAscent, os2.usWinDescent = high, -deep


def letters(sources):
    """Makes the faces of letters; gives what all of them draw."""
    drawn = []
    for weight, folder, _ in WEIGHTS:
        face = Face(sources, folder)
        for code in sorted(face.noto_cmap):
            if is_mark(code) and code not in face.cmap:
                face.from_noto(code)
        face.right_anchors()
        built = brought = 0
        # Those with fewer marks first: others are built on their places.
        codes = sorted(face.noto_cmap, key=lambda c: (len(unicodedata.normalize("NFD", chr(c))), c))
        for code in codes:
            if code in face.cmap or unicodedata.category(chr(code)) in ("Cc", "Cf", "Co", "Zs", "Zl", "Zp"):
                continue
            if face.compose(code):
                built += 1
            else:
                face.from_noto(code)
                brought += 1
        # A hyphen that does not break is drawn as a hyphen, and is itself to who copies it from a page.
        for code in (0x2010, 0x2011):
            drawn = copy.deepcopy(face.glyph(face.cmap[0x2D]))
            face.add(f"uni{code:04X}", drawn, face.font["hmtx"][face.cmap[0x2D]][0])
            face.cmap[code] = f"uni{code:04X}"
        print(weight, "built", built, "brought", brought)
        face.finish(weight)
        drawn.append(set(face.cmap))
    return set.intersection(*drawn)


def collected(family, faces, codes_of):
    """One face of glyphs taken from several: `faces` in the order of preference, each with what it may give."""
    first = None
    for font, codes in faces:
        codes = [c for c in sorted(codes) if c in font.getBestCmap() and not (first and c in first.getBestCmap())]
        part = scaled(subset(font, codes, ()), codes_of(font))
        for table in ("GPOS", "GSUB", "GDEF"):
            if table in part:
                del part[table]
        if first is None:
            first = part
            continue
        first["hmtx"], first["glyf"]
        order = first.getGlyphOrder()[:]
        names = {}
        def bring(name):
            if name in names:
                return names[name]
            names[name] = f"{len(order)}.{name}"
            here = names[name]
            glyph = copy.deepcopy(part["glyf"][name])
            glyph.expand(part["glyf"])
            if glyph.isComposite():
                for piece in glyph.components:
                    piece.glyphName = bring(piece.glyphName)
            order.append(here)
            first["glyf"].glyphs[here] = glyph
            first["hmtx"].metrics[here] = part["hmtx"].metrics[name]
            return here
        cmap = dict(first.getBestCmap())
        for code in codes:
            cmap[code] = bring(part.getBestCmap()[code])
        first.setGlyphOrder(order)
        first["glyf"].setGlyphOrder(order)
        first["maxp"].numGlyphs = len(order)
        set_cmap(first, cmap)
    return first


def set_cmap(font, cmap):
    from fontTools.ttLib.tables._c_m_a_p import cmap_format_4, cmap_format_12
    table = newTable("cmap")
    table.tableVersion = 0
    small, large = cmap_format_4(4), cmap_format_12(12)
    for one, encoding in ((small, 1), (large, 10)):
        one.platformID, one.platEncID, one.language = 3, encoding, 0
    small.cmap = {c: g for c, g in cmap.items() if c <= 0xFFFF}
    large.cmap = cmap
    large.format, large.reserved, large.length, large.nGroups = 12, 0, 0, 0
    table.tables = [small, large]
    font["cmap"] = table


def signs(sources, drawn):
    wanted = {c for low, high in SIGNS for c in range(low, high + 1)} - drawn
    operators = {c for c in wanted if any(c in r for r in ARROWS_AND_OPERATORS)} | set(range(0x1D400, 0x1D800))
    frames = wanted & set(FRAMES)
    rest = wanted - frames
    font = collected("Labo Signes", [
        (source(sources, "noto-sans-symbols-2"), rest - operators),
        (source(sources, "noto-sans-math"), operators),
        (source(sources, "noto-sans-symbols"), rest),
        (source(sources, "noto-sans-math"), rest),
        (source(sources, "noto-sans-symbols-2"), rest),
        (source(sources, "noto-sans-mono"), frames),
    ], lambda font: SCALE)
    closer(font, 0x25AF)
    same_lines(font)
    named(font, "Labo Signes", "Regular")
    return drawn | set(font.getBestCmap())


def closer(font, code):
    """What stands for a letter takes the room of one."""
    name = font.getBestCmap()[code]
    glyph = font["glyf"][name]
    glyph.recalcBounds(font["glyf"])
    side = 70
    glyph.coordinates.translate((side - glyph.xMin, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (glyph.xMax + side, side)


def emoji(sources, drawn):
    font = source(sources, "noto-emoji")
    codes = [c for c in font.getBestCmap() if c not in drawn or 0x1F1E6 <= c < 0x1F200 or c in (0x200D, 0xFE0F)]
    font = subset(font, codes, ("ccmp", "liga", "rlig", "calt", "clig"))
    font = scaled(font, 0.86)
    same_lines(font)
    named(font, "Labo Emoji", "Regular")
    return drawn | set(font.getBestCmap())


def ideograms(sources, drawn):
    codes = set(range(0x3000, 0x3100)) | set(range(0xFF01, 0xFFE7))
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            for encoding in ("gb2312", "euc_jp"):
                try:
                    codes.update(map(ord, bytes([high, low]).decode(encoding)))
                except UnicodeDecodeError:
                    pass
    for high in range(0xA4, 0xC7):
        for low in list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF)):
            try:
                codes.update(map(ord, bytes([high, low]).decode("big5")))
            except UnicodeDecodeError:
                pass
    codes = {c for c in codes if c >= 0x2E80} - drawn
    font = source(sources, "noto-sans-sc")
    font = scaled(subset(font, [c for c in sorted(codes) if c in font.getBestCmap()], ()), 0.95)
    for table in ("GPOS", "GSUB", "GDEF"):
        if table in font:
            del font[table]
    same_lines(font)
    named(font, "Labo Hanzi", "Regular")


def main(arguments):
    if len(arguments) != 1:
        return "usage: make.py FOLDER (the one that holds atkinson-hyperlegible-next, noto-sans…)"
    sources = Path(arguments[0])
    try:
        drawn = letters(sources)
        drawn = signs(sources, drawn)
        drawn = emoji(sources, drawn)
        ideograms(sources, drawn)
    except Missing as missing:
        return str(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
