//! « Vérifier ce poste » has its words here.

use std::path::Path;

use super::measures;

pub const TITLE: &str = "Vérifier ce poste";
pub const LOOKING: &str = "On regarde…";
pub const AGAIN: &str = "Vérifier à nouveau";

/// « HDMI-1 (1280 × 720) »
pub fn screen(name: &str, width: u32, height: u32) -> String {
    format!("{name} ({width}\u{a0}×\u{a0}{height})")
}

/// Where there is one, the name that the system gives it tells it from no other.
pub fn one_screen(width: u32, height: u32) -> String {
    format!("Un seul écran ({width}\u{a0}×\u{a0}{height}). La salle verra ce que vous voyez.")
}

pub const NO_SCREEN: &str = "Ce poste ne dit pas quels écrans il a.";
pub const PLUG: &str = "Pour garder vos notes pour vous\u{a0}: branchez le projecteur, puis choisissez «\u{a0}Étendre\u{a0}» dans les réglages d’affichage de l’ordinateur. Sinon, F6 montre vos notes, et les cache.";

pub fn same_image(screen: &str) -> String {
    format!("Deux écrans qui montrent la même image ({screen})\u{a0}: la salle verrait vos notes.")
}

pub fn two_screens(room: &str, own: &str) -> String {
    if own.is_empty() {
        return format!("Plusieurs écrans. La salle verra {room}.");
    }
    format!("Plusieurs écrans. La salle verra {room}\u{a0}; vos notes seront sur {own}.")
}

pub fn other_screen(screen: &str) -> String {
    format!("Un autre écran\u{a0}: {screen}.")
}

pub const PROJECT_THERE: &str = super::leader::PROJECT_THERE;
pub const SWAP_IF: &str = "Si c’est l’inverse, échangez-les.";
pub const SWAP: &str = "Échanger les écrans";

pub fn image(width: u32, height: u32) -> String {
    format!("L’image de la salle a {width} points sur {height}.")
}

pub const SMALL_IMAGE: &str =
    "Elle est petite\u{a0}: choisissez une définition plus grande dans les réglages d’affichage.";

pub fn room_unknown(at: f32) -> String {
    format!(
        "La salle n’a pas été mesurée\u{a0}: on suppose le dernier rang à {}.",
        measures::heights(at)
    )
}

pub const MEASURE_IT: &str =
    "Deux minutes\u{a0}: allez au fond et lisez la plus petite ligne que vous pouvez.";
pub const MEASURE: &str = "Mesurer la salle";
pub const MEASURE_AGAIN: &str = "Mesurer une autre salle";

pub fn room(name: &str, distance: u32, at: f32) -> String {
    let name =
        if name.is_empty() { "La salle".to_owned() } else { format!("«\u{a0}{name}\u{a0}»") };
    let far = super::measures::metres_said(distance);
    format!("{name}\u{a0}: le dernier rang est à {far}, soit {}.", measures::heights(at))
}

pub const ROOM_IF: &str = "Vérifiez que c’est bien là que vous projetez.";

pub fn writable(folder: &Path, has_file: bool) -> String {
    format!("On peut écrire dans {}.", of_the_lab(folder, has_file))
}

pub fn not_writable(folder: &Path, has_file: bool) -> String {
    format!("On ne peut pas écrire dans {}.", of_the_lab(folder, has_file))
}

/// Where the lab's file is, or where it would go.
fn of_the_lab(folder: &Path, has_file: bool) -> String {
    let which =
        if has_file { "le dossier du labo" } else { "le dossier où ce labo s’enregistrera" };
    format!("{which} ({})", super::shown::path(folder))
}

pub const WRITE_ELSEWHERE: &str = "Enregistrez le labo ailleurs avant de commencer.";
pub const SAVE_AS: &str = super::commands::SAVE_AS;
pub const SAVE: &str = super::commands::SAVE;

/// « 3,2 Go »
fn size(bytes: u64) -> String {
    let (unit, name) = if bytes >= 1 << 30 { (1 << 30, "Go") } else { (1 << 20, "Mo") };
    let tenths = bytes.saturating_mul(10) / unit;
    if tenths >= 100 {
        return format!("{}\u{a0}{name}", tenths / 10);
    }
    format!("{},{}\u{a0}{name}", tenths / 10, tenths % 10)
}

pub fn space(bytes: u64) -> String {
    format!("Il reste {} sur le disque du labo.", size(bytes))
}

pub const SPACE_UNKNOWN: &str = "La place qui reste sur le disque du labo n’est pas connue.";
pub const MAKE_ROOM: &str = "C’est peu\u{a0}: faites de la place avant de commencer.";

pub fn orders_not_kept(folder: &Path) -> String {
    format!("Vos notes ne peuvent pas être gardées sur ce poste ({}).", super::shown::path(folder))
}

pub const NOTES_ON_PAPER: &str =
    "Elles seront là pendant l’atelier, et perdues à la fermeture\u{a0}: notez-les aussi ailleurs.";

pub const NO_PRINTER: &str = "Aucune imprimante.";
pub const WITHOUT_PRINTER: &str =
    "«\u{a0}Trousse de secours\u{a0}» écrit tout en PDF, à imprimer ailleurs avant l’atelier.";

pub fn printers(names: &[String]) -> String {
    match names {
        [one] => format!("Une imprimante\u{a0}: {one}."),
        all => format!("{} imprimantes\u{a0}: {}.", all.len(), all.join(", ")),
    }
}

pub fn saved_in(file: &str) -> String {
    format!("Le labo est enregistré dans {file}.")
}

pub const NOT_SAVED: &str = "Le labo n’est pas encore enregistré, ou a changé depuis.";
pub const SAVE_FIRST: &str = "Enregistrez-le\u{a0}: ensuite, Ctrl+S suffit.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_as_people_say_them() {
        assert_eq!(measures::heights(6.0), "6\u{a0}hauteurs d’image");
        assert_eq!(measures::heights(4.54), "4,5\u{a0}hauteurs d’image");
        assert_eq!(measures::heights(1.94), "1,9\u{a0}hauteur d’image");
        assert_eq!(size(3 << 30), "3,0\u{a0}Go");
        assert_eq!(size(150 << 20), "150\u{a0}Mo");
        assert_eq!(size(5_600_000_000_000), "5215\u{a0}Go");
    }
}
