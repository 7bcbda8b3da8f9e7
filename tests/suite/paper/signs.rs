//! Any text is printed: no sign refuses a sheet, and what is copied from a sheet is what was written.

use dessiner_un_labo::letters::{self, Shown};
use dessiner_un_labo::model::design::{
    AxisAnswer, CriterionAnswer, Design, FieldAnswer, Orientation, PointAnswer,
};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::limits;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::model::{Id, Text};
use dessiner_un_labo::storage;
use dessiner_un_labo::text::errors;
use proptest::prelude::*;

use super::{bytes, empty, full, on, pdf, set, write};
use crate::samples::CATALOGUE;
use crate::strategies;

const EVERY_SHEET: [(Sheet, Paper); 8] = [
    (Sheet::Canvas, Paper::A4),
    (Sheet::Canvas, Paper::A3),
    (Sheet::Cards, Paper::A4),
    (Sheet::Ballots, Paper::A4),
    (Sheet::LargePrint, Paper::A4),
    (Sheet::Minutes, Paper::A4),
    (Sheet::Blank, Paper::A4),
    (Sheet::Poster, Paper::A2),
];

/// Every text of a design is `text`.
fn all_of(text: &str) -> Design {
    let mut design = full();
    let short: String = text.chars().take(60).collect();
    let (workshop, next) = (design.workshops[0].key, design.next_steps[0].key);
    let targets = [
        Target::Name,
        Target::PointOwner("impact".into()),
        Target::PointDeadline("impact".into()),
        Target::WorkshopPlace(workshop),
        Target::WorkshopLedBy(workshop),
        Target::NextStepWhat(next),
        Target::NextStepWho(next),
        Target::NextStepWhen(next),
    ];
    for target in targets {
        write(&mut design, target, &short);
    }
    design.workshops[0].people = vec![short.as_str().into()];
    let targets = [
        Target::CriterionText("projets".into()),
        Target::AxisNote("pilote-support".into()),
        Target::Disagreement("pilote-support".into()),
        Target::PointNote("impact".into()),
        Target::OrientationText,
        Target::FieldText("equipe".into()),
        Target::FieldText("creation".into()),
    ];
    for target in targets {
        write(&mut design, target, text);
    }
    if let Some(free) = design.free_fields.first_mut() {
        (free.title, free.text) = (short.as_str().into(), text.into());
    }
    design
}

/// Whatever a file may hold: any code of Unicode, half of them of the kinds that no face may be given.
fn any_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => any::<char>(),
        2 => proptest::char::range('\0', '\u{ff}'),
        2 => proptest::char::range('\u{e000}', '\u{f8ff}'),
        1 => proptest::char::range('\u{fdd0}', '\u{fdef}'),
        1 => proptest::char::range('\u{2000}', '\u{206f}'),
        1 => proptest::char::range('\u{300}', '\u{36f}'),
        1 => proptest::char::range('\u{590}', '\u{7ff}'),
        1 => Just(' '),
    ];
    prop::collection::vec(sign, 1..200).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_printed_on_every_sheet(text in any_text()) {
        let design = all_of(&text);
        for (sheet, paper) in EVERY_SHEET {
            set(&design, on(sheet, paper)).pdf(None).map_err(|fault| {
                TestCaseError::fail(format!("{sheet:?} {paper:?}: {fault}"))
            })?;
        }
    }

    #[test]
    fn any_design_at_all_is_printed_on_every_sheet(design in strategies::design()) {
        for (sheet, paper) in EVERY_SHEET {
            let set = dessiner_un_labo::paper::Pages::set(
                &CATALOGUE, &design, super::DAY, "AAAAA", on(sheet, paper),
            );
            let pages = match set {
                Ok(pages) => pages,
                // Where nothing is named there may be no card.
                Err(_) if sheet == Sheet::Cards => continue,
                Err(fault) => return Err(TestCaseError::fail(format!("{sheet:?} {paper:?}: {fault}"))),
            };
            pages.pdf(None).map_err(|fault| TestCaseError::fail(format!("{sheet:?} {paper:?}: {fault}")))?;
        }
    }
}

/// A heading without a sign refuses a sheet that a screen reader reads: what has no name that shows is called otherwise.
#[test]
fn a_name_that_shows_nothing_is_printed_on_every_sheet() {
    for nothing in [
        "\r",
        " \n",
        "\u{200b}",
        "\u{ad}\u{2060}",
        "\u{feff}",
        "\u{1}",
        "\u{301}\u{feff}",
        "\u{2028}",
        "\u{a0}",
    ] {
        let mut design = all_of(nothing);
        let (id, words): (Id, Option<Text>) = (nothing.into(), Some(nothing.into()));
        let poles = Some((nothing.into(), nothing.into()));
        design.criteria.push(CriterionAnswer {
            id: id.clone(),
            words: words.clone(),
            ticked: true,
            text: "a".into(),
        });
        design.axes.push(AxisAnswer {
            id: id.clone(),
            words: poles,
            note: "a".into(),
            ..AxisAnswer::default()
        });
        design.points.push(PointAnswer {
            id: id.clone(),
            words: words.clone(),
            note: "a".into(),
            ..PointAnswer::default()
        });
        design.fields.push(FieldAnswer { id: id.clone(), words: words.clone(), text: "a".into() });
        design.orientation = Orientation { kind: Some(id), words, text: "a".into() };
        for (sheet, paper) in EVERY_SHEET {
            set(&design, on(sheet, paper))
                .pdf(None)
                .unwrap_or_else(|fault| panic!("{nothing:?}, {sheet:?} {paper:?}: {fault}"));
        }
    }
}

#[test]
fn every_sign_that_is_drawn_is_printed_and_can_be_copied() {
    let drawn: Vec<char> = ('!'..'\u{2_0000}')
        .filter(|sign| matches!(letters::shown(*sign), Shown::Drawn(it, _) if it == *sign))
        // Alone, a mark has nothing to be set over.
        .filter(|sign| !letters::is_mark(*sign))
        // Signs of mathematics share drawings (𝐀 and 𝗔), and « ≮ » is a « < » under a stroke: another is copied for them; two letters of a flag are one.
        .filter(|sign| !matches!(sign, '\u{1d400}'..='\u{1d7ff}' | '≮' | '≯' | '≰' | '≱' | '～' | '🇦'..='🇿'))
        .collect();
    assert!(drawn.len() > 16_000, "{}", drawn.len());
    let mut design = empty();
    for (part, field) in
        drawn.chunks(limits::LONG_TEXT / 3).zip(["equipe", "gouvernance", "sujets"])
    {
        let words: Vec<String> = part.chunks(20).map(|word| word.iter().collect()).collect();
        write(&mut design, Target::FieldText(field.into()), &words.join(" "));
    }
    let read = pdf(&design, on(Sheet::LargePrint, Paper::A4));
    let shown: std::collections::HashSet<char> =
        read.pages.iter().flat_map(|page| page.text().chars().collect::<Vec<_>>()).collect();
    let lost: Vec<char> = drawn.into_iter().filter(|sign| !shown.contains(sign)).collect();
    assert!(lost.is_empty(), "{} signs: {:?}", lost.len(), &lost[..lost.len().min(80)]);
}

#[test]
fn the_files_that_refused_every_sheet_print_and_say_where_a_sign_is_not_drawn() {
    for (text, expected) in
        [("a\\x00b", None), ("Windows \u{f0ff} pour les agents", Some("Windows \u{f0ff}"))]
    {
        let file = crate::samples::FILE.replacen("texte: \"\"", &format!("texte: \"{text}\""), 1);
        let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
        for (sheet, paper) in EVERY_SHEET {
            bytes(&opened.design, on(sheet, paper));
        }
        let said: Vec<String> = opened.warnings.iter().map(errors::warning).collect();
        let told = said.iter().find(|said| said.contains("ne sait pas dessiner"));
        assert_eq!(told.is_some(), expected.is_some(), "{said:?}");
        if let (Some(told), Some(expected)) = (told, expected) {
            assert!(told.contains(expected) && !told.contains("U+"), "{told}");
        }
    }
}

const ADDRESSES: &str = "Voir https://www.exemple.fr/labo-public/ressources/2026/page?id=12&version=deux_points#haut et écrire à \
                         prenom.nom-compose@communaute-de-communes-des-trois-vallons.fr, merci";

#[test]
fn an_address_is_copied_whole_and_leads_where_it_says() {
    let design = all_of(ADDRESSES);
    for (sheet, paper) in
        [(Sheet::Canvas, Paper::A4), (Sheet::Canvas, Paper::A3), (Sheet::LargePrint, Paper::A4)]
    {
        let order: Order = on(sheet, paper);
        let bytes = bytes(&design, order);
        let read = pdf(&design, order);
        for page in &read.pages {
            assert!(!page.text().contains('\u{200b}'), "{order:?}: a sign of no width is copied");
        }
        for word in [
            "https://www.exemple.fr/labo-public/ressources/2026/page?id=12&version=deux_points#haut",
            "prenom.nom-compose@communaute-de-communes-des-trois-vallons.fr",
        ] {
            assert!(read.pages.iter().any(|page| page.text().contains(word)), "{order:?}: {word}");
        }
        let links = super::pdf::links(bytes);
        assert!(
            links
                .iter()
                .any(|link| link.starts_with("https://www.exemple.fr/labo-public/ressources")),
            "{links:?}"
        );
        assert!(
            links.iter().any(|link| link.starts_with("mailto:prenom.nom-compose@")),
            "{links:?}"
        );
    }
}

#[test]
fn a_word_without_end_is_copied_as_it_is() {
    let word = "anticonstitutionnellement".repeat(12);
    let design = all_of(&word);
    let read = pdf(&design, on(Sheet::LargePrint, Paper::A4));
    assert!(read.pages.iter().any(|page| page.text().contains(&word)));
}
