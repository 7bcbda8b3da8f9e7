//! Values are put into words: the same sentence serves the screen, a screen reader and paper.

use crate::model::Step;
use crate::model::catalogue::{Axis, Catalogue, Criterion, Lab, Point, Pole};
use crate::model::design::{Design, FreeField, Orientation, PointState};
use crate::model::progress::Count;
use crate::model::signs;

pub const FREE_NAME_HINT: &str = "Nom de la rubrique";

/// « à placer », « entre les deux », « 2 crans vers Support ».
pub fn step(axis: &Axis, step: Option<Step>) -> String {
    let Some(step) = step else { return "à placer".into() };
    let (count, pole) = match step.get() {
        0 => return "entre les deux".into(),
        left @ ..0 => (-left, &axis.left.name),
        right => (right, &axis.right.name),
    };
    let notch = if count == 1 { "cran" } else { "crans" };
    format!("{count} {notch} vers {pole}")
}

/// « 2 crans sur 3 vers Support », for whoever does not see the rail.
pub fn step_among(of: &Axis, at: Option<Step>) -> String {
    let most = Step::RIGHT.get();
    step(of, at).replacen(" vers ", &format!(" sur {most} vers "), 1)
}

/// « Pilote / Support »
pub fn axis(axis: &Axis) -> String {
    format!("{} / {}", axis.left.name, axis.right.name)
}

/// « Pilote / Support : 2 crans vers Support »: the accessible name of a rail.
pub fn axis_with_step(of: &Axis, at: Option<Step>) -> String {
    format!("{}\u{a0}: {}", axis(of), step(of, at))
}

/// Between two things said of one: it ends a line, it does not begin one.
pub const DOT: &str = "\u{a0}· ";

/// What is shown for an answer that this edition of the method does not ask for: the words of its file, or its id at least.
pub fn named<'a>(words: Option<&'a str>, id: &'a str) -> &'a str {
    words.filter(|words| signs::holds(words)).unwrap_or(id)
}

/// The kind of lab that the group leans to, if any.
pub fn orientation_kind<'a>(
    catalogue: &'a Catalogue,
    orientation: &'a Orientation,
) -> Option<&'a str> {
    let id = orientation.kind.as_deref()?;
    let unknown = || named(orientation.words.as_deref(), id);
    Some(catalogue.lab(id).map_or_else(unknown, |lab| &lab.orientation))
}

/// « Gouvernance : rattachée au maire »
pub fn colon(name: &str, more: &str) -> String {
    format!("{name}\u{a0}: {more}")
}

/// « Pilote : conduit lui-même les projets »
pub fn pole(pole: &Pole) -> String {
    colon(&pole.name, &pole.help)
}

/// « Grands défis »: the type of lab that one of the six stands for.
pub fn kind(lab: &Lab) -> String {
    capitalised(&lab.orientation)
}

/// The name that the group gave to a free field; without one, [`free_invitation`].
pub fn free_name<'a>(
    catalogue: &'a Catalogue,
    design: &'a Design,
    field: &'a FreeField,
) -> &'a str {
    if signs::holds(&field.title) {
        &field.title
    } else {
        free_invitation(catalogue, design, field)
    }
}

/// What a free field without a name could be about, said once, on the first of them.
pub fn free_invitation<'a>(
    catalogue: &'a Catalogue,
    design: &Design,
    field: &FreeField,
) -> &'a str {
    let first = design.free_fields.iter().find(|field| !signs::holds(&field.title));
    match first {
        Some(first) if first.id != field.id => FREE_NAME_HINT,
        _ => &catalogue.free_field,
    }
}

/// « Pilote : conduit lui-même les projets. Support : outille et accompagne ceux des autres. »
pub fn axis_help(axis: &Axis) -> String {
    [pole(&axis.left), pole(&axis.right)].map(|pole| pole + ".").join(" ")
}

/// « coché », « non coché »
pub fn ticked(ticked: bool) -> &'static str {
    if ticked { "coché" } else { "non coché" }
}

/// « à discuter », « en discussion », « traité »
pub fn point_state(state: PointState) -> &'static str {
    match state {
        PointState::ToDiscuss => "à discuter",
        PointState::InDiscussion => "en discussion",
        PointState::Settled => "traité",
    }
}

/// « 2 critères sur 3 »
pub fn criteria(count: Count) -> String {
    of(count, "critère", "critères")
}

/// « 4 axes sur 5 »
pub fn axes(count: Count) -> String {
    of(count, "axe", "axes")
}

/// « 5 rubriques sur 8 »; « 1 rubrique sur 8 », « 0 rubrique sur 8 ».
pub fn fields(count: Count) -> String {
    of(count, "rubrique", "rubriques")
}

/// « 4 à discuter »
fn to_discuss(count: usize) -> String {
    format!("{count} à discuter")
}

/// « 4 à discuter »; once all have been taken up, « 6 en discussion »: they are not finished.
pub fn points_open(to_discuss: usize, in_discussion: usize) -> String {
    match (to_discuss, in_discussion) {
        (0, count @ 1..) => format!("{count} en discussion"),
        (count, _) => self::to_discuss(count),
    }
}

/// « Il réalise ou accompagne des projets d’innovation publique : coché »
pub fn criterion_with_state(criterion: &Criterion, is_ticked: bool) -> String {
    format!("{}\u{a0}: {}", criterion.words, ticked(is_ticked))
}

/// « La mesure d’impact : à discuter »
pub fn point_with_state(point: &Point, state: PointState) -> String {
    format!("{}\u{a0}: {}", point.words, point_state(state))
}

/// « Isère · 2016 »
pub fn place_and_year(lab: &Lab) -> String {
    format!("{} · {}", lab.place, lab.year)
}

/// « Grands défis », from « grands défis ».
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// « le relevé », from « Le relevé ».
pub fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn of(count: Count, one: &str, many: &str) -> String {
    let words = if count.done < 2 { one } else { many };
    format!("{} {words} sur {}", count.done, count.of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_the_two_is_not_to_be_placed_and_one_notch_is_singular() {
        let catalogue = Catalogue::built_in().unwrap();
        let axis = catalogue.axis("pilote-support").unwrap();
        assert_eq!(step(axis, None), "à placer");
        assert_eq!(step(axis, Some(Step::MIDDLE)), "entre les deux");
        assert_eq!(step(axis, Some(Step::MIDDLE.moved(1))), "1 cran vers Support");
        assert_eq!(
            axis_with_step(axis, Some(Step::LEFT)),
            "Pilote / Support\u{a0}: 3 crans vers Pilote"
        );
    }

    #[test]
    fn none_and_one_are_singular() {
        assert_eq!(fields(Count { done: 0, of: 8 }), "0 rubrique sur 8");
        assert_eq!(fields(Count { done: 1, of: 8 }), "1 rubrique sur 8");
        assert_eq!(fields(Count { done: 2, of: 8 }), "2 rubriques sur 8");
    }
}
