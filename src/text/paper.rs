//! These words stand on paper beside those of the method and of the group.

use super::{around, values};
use crate::model::Step;
use crate::model::catalogue::{Axis, Catalogue, Gloss};
use crate::model::design::Disagreement;
use crate::model::signs;

/// An axis that the group did not place, for want of agreement.
pub const NO_PLACE: &str = "sans position";
pub const NO_COMMON_PLACE: &str = "sans position commune";
pub const FREE_FIELD: &str = "Rubrique libre";
/// What stands over an answer whose question has no name that shows.
pub const UNNAMED_FIELD: &str = "Rubrique sans nom";

/// What the templates say, under the names they know it by. `{n}` is a number, `{x}` a name.
pub const WORDS: &[(&str, &str)] = &[
    ("orientation", "Orientation"),
    ("page", "feuille {n}/{x}"),
    ("page-of", "page {n} sur {x}"),
    ("revision", "révision {x}"),
    ("goes-on", "suite feuille {n}"),
    ("goes-on-card", "suite carte {n}"),
    ("goes-on-apart", "voir suite {n}"),
    ("page-apart", "suite {n}/{x}"),
    ("from", "suite\u{a0}: {x}"),
    ("told-again-from", "en entier\u{a0}; commence\u{a0}: {x}"),
    ("from-page", "suite de la feuille {n}"),
    ("told-again", "en entier\u{a0}; commence feuille {n}"),
    ("goes-on-here", "{x} (suite)"),
    ("continued-why", "ce qui n’a pas tenu sur la feuille, dans le même ordre"),
    ("labs-note", "des exemples\u{a0}: leurs fiches complètes sont sur les cartes"),
    ("to-place", "à placer"),
    ("disagreement", "Désaccord"),
    ("disagreement-noted", "Désaccord noté"),
    ("workshop", "L’atelier"),
    ("workshops", "Les ateliers"),
    ("no-date", "sans date"),
    ("who-was-there", "qui était là"),
    ("other-workshop", "un autre atelier, et qui était là"),
    ("other-workshops", "{n} autres ateliers, et qui était là"),
    ("on-the-minutes", "{x}\u{a0}: sur le relevé"),
    ("led-by", "animation"),
    ("people", "présents"),
    ("next-steps", "Prochaines étapes"),
    ("what", "Quoi"),
    ("who", "Qui"),
    ("when", "Quand"),
    ("minutes", "Relevé"),
    ("decided", around::DECIDED),
    ("written-by-group", around::WRITTEN),
    ("open", around::OPEN),
    ("disagreed", around::DISAGREED),
    ("nothing-decided", around::NOTHING_DECIDED),
    ("nothing-written", around::NOTHING_WRITTEN),
    ("nothing-open", around::NOTHING_OPEN),
    ("nothing-disagreed", around::NOTHING_DISAGREED),
    ("no-step", around::NO_STEP),
    ("to-write", "à écrire"),
    ("written", "écrit"),
    ("to-fill", "À remplir"),
    ("more-lines", "et {n} de plus"),
    ("one-more-step", "et une autre étape"),
    ("more-steps", "et {n} autres étapes"),
    ("what-is-said", "ce qui en est dit"),
    ("one-field", "une rubrique"),
    ("so-many-fields", "{n} rubriques"),
    ("unnamed", "Labo sans nom"),
    ("what-missing", "à préciser"),
    ("who-missing", "à nommer"),
    ("when-missing", "à dater"),
    ("the-rest", "Tout le reste est sur le canevas, révision {x}"),
    ("others", "Autres réponses"),
    ("one-more-field", "et une autre rubrique"),
    ("more-fields", "et {n} autres rubriques"),
    ("name-of-lab", "Nom du labo"),
    ("table-number", "Table n°"),
    ("date", "Date"),
    ("place", "Lieu"),
    ("who-led", "Qui animait\u{a0}?"),
    ("who-took-part", "Qui a participé\u{a0}?"),
    ("tick-what-is-true", "cocher ce qui est vrai de notre labo"),
    ("a-cross-an-axis-short", "une croix par axe, sur un cran"),
    ("a-cross-an-axis", "une croix ou une gommette par axe, sur un cran"),
    ("why", "Pourquoi\u{a0}? Un désaccord\u{a0}: qui tient à quoi\u{a0}?"),
    ("why-short", "Pourquoi\u{a0}? Un désaccord\u{a0}?"),
    ("write-or-stick", "écrire, ou coller une note de 51\u{a0}×\u{a0}38\u{a0}mm"),
    ("front", "recto"),
    ("back", "verso"),
    ("fill-the-ring", "remplir le rond"),
    ("tick-the-nearest", "cocher le plus proche du nôtre, s’il y en a un"),
    ("free-field", FREE_FIELD),
    ("free-fields", "{n} rubriques libres"),
    ("blank-sheet", "Dessiner un labo · feuille vierge {x}"),
    ("box-to-tick", "case à cocher"),
    ("to-discuss", "à discuter"),
    ("in-discussion", "en discussion"),
    ("settled", "traité"),
    ("as-described", "tel que décrit vers 2017"),
    ("created", "création {x}"),
    ("card", "carte {n}/{x}"),
    ("where-to-place-it", "Et nous, où le placer\u{a0}?"),
    ("where-we-are", "Où se place-t-il\u{a0}?"),
    ("our-lab", "le labo que nous dessinons"),
    ("point-of", "Point de vigilance {n}/{x}"),
    ("owner", "Responsable"),
    ("deadline", "Échéance"),
    ("what-we-say", "Ce que nous en disons"),
    ("one-ring-an-axis", "noircir un rond par ligne, avant d’en parler"),
    ("no-opinion", "ne se prononce pas"),
    ("one-thing", "Une chose à dire"),
    ("spare", "de réserve, si quelqu’un arrive"),
    ("on-the", "le"),
    ("anonymous", "anonyme\u{a0}: le numéro sert à compter"),
    ("large-copy", "Copie en gros caractères"),
    ("yes", "oui"),
    ("not-yet", "pas encore"),
    ("empty", "pas encore écrit"),
    ("placed-by-us", "Où nous le plaçons"),
    ("assembly", "Assembler l’affiche"),
    (
        "assembly-how",
        "Imprimer à 100\u{a0}%, sans «\u{a0}ajuster à la page\u{a0}». Couper chaque feuille le long des \
         repères, à droite et en bas. Glisser la suivante dessous, jusqu’aux petits triangles\u{a0}: \
         10\u{a0}mm se recouvrent. Coller rangée par rangée\u{a0}: «\u{a0}2-3\u{a0}» est la troisième feuille de \
         la deuxième rangée. Couper en dernier les bords de gauche et du haut\u{a0}: ils portent des triangles.",
    ),
    ("assembled", "Assemblée, l’affiche mesure {x}."),
    ("beside-one", "Ce qui n’y a pas tenu suit, sur une feuille {x} ordinaire à accrocher à côté."),
    ("beside", "Ce qui n’y a pas tenu suit, sur {n} feuilles {x} ordinaires à accrocher à côté."),
    ("ruler", "cette règle mesure 10\u{a0}cm, si rien n’a été réduit"),
    ("tile", "rangée {n}, colonne {x}"),
    ("workshop-of", "atelier du {x}"),
    ("printed", "imprimé le {x}"),
];

/// « AMO : assistance à maîtrise d’ouvrage. G.O. : … »
pub fn glossary(glossary: &[Gloss]) -> String {
    let said = glossary.iter().map(|gloss| values::colon(&gloss.word, &gloss.meaning) + ".");
    said.collect::<Vec<_>>().join(" ")
}

/// The same, of what the poles are called alone: « AMO : assistance à maîtrise d’ouvrage »
pub fn axes_glossary(catalogue: &Catalogue) -> String {
    let said = |word: &str| {
        let mut poles = catalogue.axes.iter().flat_map(|axis| [&axis.left.name, &axis.right.name]);
        poles.any(|name| name.contains(word))
    };
    let glosses = catalogue.glossary.iter().filter(|gloss| said(&gloss.word));
    glosses.map(|gloss| values::colon(&gloss.word, &gloss.meaning)).collect::<Vec<_>>().join(". ")
}

/// The drawing of a rail in words: « Pilote / Support : 1 cran vers Support. Désaccord : d’entre les deux à … ».
pub fn rail(axis: &Axis, step: Option<Step>, disagreement: Option<&Disagreement>) -> String {
    let said = values::axis_with_step(axis, step);
    let Some(disagreement) = disagreement else { return said };
    let mut parts = vec![said, "désaccord noté".to_owned()];
    parts.extend(disagreement.span.map(|span| held(axis, span)));
    parts.join("\u{a0}; ")
}

/// « positions tenues : d’entre les deux à 2 crans vers Support »
pub fn held(axis: &Axis, (from, to): (Step, Step)) -> String {
    let [from, to] = [from, to].map(|end| values::step(axis, Some(end)));
    format!("positions tenues, de «\u{a0}{from}\u{a0}» à «\u{a0}{to}\u{a0}»")
}

/// An axis of a newer edition of the method.
pub fn unknown_axis(poles: Option<[&str; 2]>, id: &str, step: Option<Step>) -> String {
    let named = poles.filter(|poles| poles.iter().all(|pole| signs::holds(pole)));
    let name = named.map_or_else(|| id.to_owned(), |poles| poles.join(" / "));
    let place = match step {
        None => "à placer".to_owned(),
        Some(step) => format!("cran {}", step.index() + 1),
    };
    values::colon(&name, &place)
}
