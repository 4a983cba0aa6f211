//! A form declared once: what is sent comes into it, what it means comes out, and how its fields stand on a page.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use samskab_kernel::{Day, Locale};
use samskab_web::{
    Check, Shell, T,
    form::{Choice, Field},
};
use serde::Deserialize;

samskab_web::form! {
    /// Words of the frame serve as labels here.
    struct BakeForm {
        version: hidden,
        cake: text(menu).hint(print).max(10),
        by: day(steps),
        pieces: number(main_navigation).between(1, 20).optional(),
        taste: radio(choose).among(tastes),
        with: several(pagination).among(tastes),
        warm: tick(to_front_page),
        call: phone(error).unmarked().says_itself(),
        guests as "for": text(front_page).optional(),
        recipe: file(print).accept(".pdf").optional(),
    }
}

fn tastes(locale: Locale) -> Vec<Choice> {
    vec![
        Choice::of("sweet", locale.choose("Sød", "Sweet")),
        Choice::of("salt", locale.choose("Salt", "Salty")),
    ]
}

fn sent(body: &str) -> BakeForm {
    serde_html_form::from_str(body).unwrap()
}

#[test]
fn what_is_sent_comes_into_its_field_and_nothing_else_does() {
    let form = sent("cake=K%C3%A6r&with=sweet&with=salt&warm=ja&errors=1&unknown=2&for=Ida");
    assert_eq!((form.cake.as_str(), form.warm().is_ticked()), ("Kær", true));
    assert_eq!((form.guests.as_str(), form.guests().name()), ("Ida", "for"));
    assert_eq!(form.with, ["sweet", "salt"]);
    assert_eq!(sent("with=salt").with, ["salt"]);
    assert!(form.errors.is_empty() && form.by.is_empty());
    assert!(serde_html_form::from_str::<BakeForm>("cake=a&cake=b").is_err(), "no page of ours sends that");
}

#[test]
fn two_forms_come_from_one_page() {
    #[derive(Deserialize)]
    struct Both {
        name: String,
        #[serde(flatten)]
        bake: BakeForm,
    }
    let both: Both = serde_html_form::from_str("name=x&cake=y&with=salt").unwrap();
    assert_eq!((both.name.as_str(), both.bake.cake.as_str()), ("x", "y"));
    assert_eq!(both.bake.with, ["salt"]);
}

#[test]
fn everything_wrong_is_said_at_its_field_by_its_name() {
    let t = T(Locale::Da);
    let form = sent("cake=en+meget+lang+kage&by=i+morgen&pieces=21&taste=sour&call=12");
    let mut check = Check::new(Locale::Da);
    assert_eq!(form.cake().text(&mut check), None);
    assert_eq!(form.by().day(&mut check), None);
    assert_eq!(form.pieces().number(&mut check), None);
    assert_eq!(form.taste().code::<u8>(&mut check), None);
    assert_eq!(form.call().phone(&mut check), None);
    let errors = check.done().unwrap_err();
    let said: Vec<(&str, &str)> =
        errors.0.iter().map(|error| (error.field.as_str(), error.label.as_str())).collect();
    let expected = [
        ("cake", t.menu()),
        ("by", t.steps()),
        ("pieces", t.main_navigation()),
        ("taste", t.choose()),
        ("call", ""),
    ];
    assert_eq!(said, expected);
    let form = form.with_errors(errors);
    assert!(form.pieces().error().contains("20"), "{}", form.pieces().error());
    assert!(form.fields().iter().filter(|field| field.is_wrong()).count() == 5);
}

#[test]
fn what_is_required_may_be_missing_in_a_draft_only() {
    let form = BakeForm::default();
    let read = |mut check: Check| {
        (
            form.cake().text(&mut check),
            form.by().day(&mut check),
            form.pieces().number(&mut check),
            check.done(),
        )
    };
    let (cake, day, pieces, done) = read(Check::new(Locale::Da));
    assert_eq!((cake, day, pieces), (None, None, None));
    let wrong: Vec<String> = done.unwrap_err().0.into_iter().map(|error| error.field).collect();
    assert_eq!(wrong, ["cake", "by"]);
    let (cake, day, _, done) = read(Check::draft(Locale::Da));
    assert_eq!((cake.as_deref(), day), (Some(""), None));
    assert!(done.is_ok());
}

#[test]
fn values_are_read_as_people_type_them() {
    let form = sent("by=28-11-2026&pieces=12&with=salt&with=sour&taste=sweet");
    let mut check = Check::new(Locale::Da);
    assert_eq!(form.by().day(&mut check), Some(Day::of(2026, 11, 28)));
    assert_eq!(form.pieces().number(&mut check), Some(12));
    assert_eq!(form.with().keys(|key| key == "salt"), ["salt"]);
    assert_eq!(form.taste().said_in(Locale::En), "Sweet");
    assert_eq!(form.with().pairs(), [("with", "salt".to_owned()), ("with", "sour".to_owned())]);
    assert!(check.done().is_ok());
}

fn shell() -> Shell {
    Shell {
        t: T(Locale::Da),
        locale: Locale::Da,
        title: String::new(),
        municipality: String::new(),
        tagline: String::new(),
        phone: String::new(),
        email: String::new(),
        address: String::new(),
        opening_hours: String::new(),
        ended: String::new(),
        nav: Vec::new(),
        desk: Vec::new(),
        destination: String::new(),
        breadcrumbs: Vec::new(),
        actor: None,
        waiting: 0,
        flash: None,
        path: String::new(),
        css: "",
        js: "",
        sprite: "",
        favicon: "",
        theme: String::new(),
        other_locale_href: String::new(),
    }
}

#[test]
fn a_field_stands_on_the_page_with_its_label_its_hint_and_its_error() {
    let (t, shell) = (T(Locale::Da), shell());
    let html = |field: Field<'_>| shell.field(field).to_string();
    let form = sent("cake=%3Cb%3E&taste=salt");
    assert_eq!(
        html(form.cake()),
        format!(
            "<div class=\"form-group\">\n<label class=\"form-label\" for=\"cake\">{}</label>\n\
             <span class=\"form-hint\" id=\"cake-hint\">{}</span>\n\
             <input class=\"form-input\" id=\"cake\" name=\"cake\" type=\"text\" value=\"&#60;b&#62;\" required \
             aria-describedby=\"cake-hint\">\n</div>",
            t.menu(),
            t.print()
        )
    );
    assert!(html(form.pieces()).contains(t.optional()), "{}", html(form.pieces()));
    assert!(!html(form.call()).contains(t.optional()) && !html(form.call()).contains("required"));
    assert!(html(form.taste()).contains("value=\"salt\" checked"), "{}", html(form.taste()));
    assert_eq!(html(form.version()), "<input type=\"hidden\" name=\"version\" value=\"\">");
    let mut check = Check::new(Locale::Da);
    form.by().day(&mut check);
    let form = form.with_errors(check.errors);
    let by = html(form.by().label("Hvornår?"));
    assert!(by.contains("Hvornår?") && by.contains("aria-invalid") && by.contains("id=\"by-error\""), "{by}");
    let file = "<input type=\"file\" id=\"recipe\" name=\"recipe\" accept=\".pdf\">";
    assert!(html(form.recipe()).contains(file), "{}", html(form.recipe()));
}
