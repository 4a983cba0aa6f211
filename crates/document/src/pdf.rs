//! The laid-out pages as a PDF with a tree of tags.

use std::num::NonZeroU16;

use krilla::{
    Document as File, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
        TagGroup, TagTree,
    },
    text::TextDirection,
};
use samskab_kernel::Instant;

use crate::{
    Document, Error, Fonts, blacked_out, language,
    layout::{Branch, FOOT, Layout, Mark, PAGE_HEIGHT, PAGE_WIDTH, Target},
};

/// Red, green and blue of the letters, and of the rules.
const INK: (u8, u8, u8) = (26, 26, 26);
const RULE: (u8, u8, u8) = (120, 130, 140);

fn fill((red, green, blue): (u8, u8, u8)) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

pub(crate) fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let document = &blacked_out::in_words(document);
    let layout = Layout::of(document, fonts);
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| Error::Pdf(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut file = File::new_with(settings);
    file.set_metadata(metadata(document));
    let mut leaves: Vec<Vec<Identifier>> = Vec::new();
    leaves.resize_with(layout.leaves(), Vec::new);
    for marks in &layout.pages {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT);
        let settings = settings.ok_or_else(|| Error::Pdf("no page of this size".to_owned()))?;
        let mut page = file.start_page_with(settings);
        let mut surface = page.surface();
        for mark in marks {
            draw(&mut surface, fonts, mark, &mut leaves);
        }
        surface.finish();
        page.finish();
    }
    file.set_outline(outline(&layout.targets));
    let mut tree = TagTree::new().with_lang(Some(language(document.locale).to_owned()));
    for branch in layout.branches {
        tree.push(node(branch, &mut leaves));
    }
    file.set_tag_tree(tree);
    file.finish().map_err(|error| Error::Pdf(format!("{error:?}")))
}

fn metadata(document: &Document) -> Metadata {
    Metadata::new()
        .title(document.title.clone())
        .language(language(document.locale).to_owned())
        .creator("Samskab".to_owned())
        .creation_date(moment(document.made_at))
}

/// The time by the clock in Denmark.
fn moment(at: Instant) -> DateTime {
    let at = at.in_denmark();
    let hours = at.offset().seconds() / 3600;
    DateTime::new(at.year().unsigned_abs())
        .month(at.month().unsigned_abs())
        .day(at.day().unsigned_abs())
        .hour(at.hour().unsigned_abs())
        .minute(at.minute().unsigned_abs())
        .second(at.second().unsigned_abs())
        .utc_offset_hour(i8::try_from(hours).unwrap_or(0))
        .utc_offset_minute(0)
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, mark: &Mark, leaves: &mut [Vec<Identifier>]) {
    match mark {
        Mark::Line { x, y, size, is_strong, text, leaf } => {
            let typeface = if *is_strong { &fonts.strong } else { &fonts.regular };
            let mut x = *x;
            for piece in typeface.drawable(text) {
                let span = SpanTag::empty().with_actual_text(piece.read.as_deref());
                let tag = match leaf {
                    Some(_) => ContentTag::Span(span),
                    None if *y >= FOOT => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
                    None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
                };
                let identifier = surface.start_tagged(tag);
                surface.set_fill(Some(fill(INK)));
                let (at, font) = (Point::from_xy(x, *y), typeface.font.clone());
                surface.draw_text(at, font, *size, &piece.drawn, false, TextDirection::LeftToRight);
                surface.end_tagged();
                x += typeface.width(&piece.drawn, *size);
                if let Some(leaf) = leaf {
                    leaves[*leaf].push(identifier);
                }
            }
        }
        Mark::Rule { x, y, width, height } => {
            let Some(rectangle) = Rect::from_xywh(*x, *y, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rectangle);
            let Some(path) = path.finish() else { return };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            surface.set_fill(Some(fill(RULE)));
            surface.draw_path(&path);
            surface.end_tagged();
        }
    }
}

/// Headings below headings, as a reader's program lists them.
fn outline(targets: &[Target]) -> Outline {
    let mut outline = Outline::new();
    let mut rest = targets;
    while let Some((first, below)) = rest.split_first() {
        let (node, left) = outline_node(first, below);
        outline.push_child(node);
        rest = left;
    }
    outline
}

fn outline_node<'a>(target: &Target, mut rest: &'a [Target]) -> (OutlineNode, &'a [Target]) {
    let at = XyzDestination::new(target.page, Point::from_xy(0.0, target.y));
    let mut node = OutlineNode::new(target.title.clone(), at).with_open(true);
    while let Some((next, below)) = rest.split_first().filter(|(next, _)| next.level > target.level) {
        let (child, left) = outline_node(next, below);
        node.push_child(child);
        rest = left;
    }
    (node, rest)
}

fn node(branch: Branch, leaves: &mut [Vec<Identifier>]) -> Node {
    let mut taken = |lines: Vec<usize>| -> Vec<Node> {
        lines.into_iter().flat_map(|line| std::mem::take(&mut leaves[line])).map(Node::from).collect()
    };
    let group = match branch {
        Branch::Heading { level, title, lines } => {
            let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, Some(title)), taken(lines))
        }
        Branch::Paragraph(lines) => TagGroup::with_children(Tag::P, taken(lines)),
        Branch::Labelled { label, text } => {
            let strong = TagGroup::with_children(Tag::Strong, taken(label));
            let mut children = vec![Node::from(strong)];
            children.extend(taken(text));
            TagGroup::with_children(Tag::P, children)
        }
        Branch::List(entries) => {
            let mut list = TagGroup::new(Tag::L(ListNumbering::Disc));
            for (sign, lines) in entries {
                let label = TagGroup::with_children(Tag::Lbl, taken(vec![sign]));
                let body = TagGroup::with_children(Tag::LBody, taken(lines));
                list.push(TagGroup::with_children(Tag::LI, vec![label.into(), body.into()]));
            }
            list
        }
        Branch::Table(rows) => {
            let mut table = TagGroup::new(Tag::Table);
            let mut body = TagGroup::new(Tag::TBody);
            for (place, row) in rows.into_iter().enumerate() {
                let mut line = TagGroup::new(Tag::TR);
                for cell in row {
                    line.push(if place == 0 {
                        TagGroup::with_children(Tag::TH(TableHeaderScope::Column), taken(cell))
                    } else {
                        TagGroup::with_children(Tag::TD, taken(cell))
                    });
                }
                if place == 0 {
                    table.push(TagGroup::with_children(Tag::THead, vec![line.into()]));
                } else {
                    body.push(line);
                }
            }
            if !body.children.is_empty() {
                table.push(body);
            }
            table
        }
    };
    group.into()
}
