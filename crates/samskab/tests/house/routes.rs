//! No route escapes: every one the program has is knocked at, by strangers and by people without a role.

use axum::http::{Method, StatusCode};
use samskab_store::{Db, db_test, sqlx::types::Uuid};
use samskab_web::{Access, module::RouteInfo};

use crate::{
    rows,
    town::{HOST, House, Visitor},
};

/// One thing in each state it can be in, so that a route meets them all.
const STATES: [(&str, &str); 18] = [
    ("task", "state"),
    ("association", "state"),
    ("interest", "state"),
    ("engagement", "state"),
    ("invitation", "state"),
    ("shift", "state"),
    ("meeting", "state"),
    ("dialogue", "state"),
    ("enquiry", "state"),
    ("decision_request", "state"),
    ("written_text", "state"),
    ("change_proposal", "state"),
    ("proposal", "state"),
    ("initiative", "state"),
    ("hearing", "state"),
    ("policy", "state"),
    ("policy_step", "state"),
    ("policy_signup", "state"),
];

/// The ids there are for `{…}` after this segment of a path, of `tenant` or of everybody.
///
/// # Panics
/// When nobody has said yet what stands there: a new route is told about here.
pub async fn ids_after(db: &Db, segment: &str, tenant: Option<Uuid>) -> Vec<Uuid> {
    let table = match segment {
        "opgaver" => "task",
        "foreninger" => "association",
        "enheder" => "unit",
        "interesser" => "interest",
        "stillinger" => "position",
        "udnaevnelser" => "appointment",
        "kontakter" => "association_contact",
        "fravaer" => "absence",
        "import" => "import_run",
        "cv-banken" => "volunteer_cv",
        "grupper" => "volunteer_group",
        "min-side/forslag" => "task",
        "forslag" => "proposal",
        "fokus" => "focus_area",
        "maal" => "aim",
        "indsatser" => "initiative",
        "invitationer" => "invitation",
        "aftaler" | "engagementer" => "engagement",
        "vagter" => "shift",
        "timer" => "hours",
        "beviser" => "proof",
        "kanaler" => "channel",
        "mails" => "mail",
        "personer" => "person_page",
        "roller" => "appointment",
        "arbejde" => "job",
        "organer" => "body",
        "pladser" => "body_seat",
        "moeder" => "meeting",
        "punkter" => "agenda_item",
        "opfoelgninger" => "follow_up",
        "borgermoeder" => "dialogue",
        "deltagere" => "dialogue_guest",
        "moedenoter" => "dialogue_note",
        "punkt" => "year_event",
        "bilag" => "agenda_annex",
        "henvendelser" => "enquiry",
        "hoeringer" => "hearing",
        "hoeringsparter" => "hearing_party",
        "hoeringsbilag" => "hearing_attachment",
        "indkomne-svar" => "hearing_response",
        "bemaerkninger" => "hearing_remark",
        "beslutningsoplaeg" => "decision_request",
        "oplaegspunkter" => "request_point",
        "brobygning" => "introduction",
        "tekster" => "written_text",
        "tekstblokke" => "text_block",
        "tekstversioner" => "text_version",
        "politikker" => "policy",
        "politiktrin" => "policy_step",
        "politik-interesserede" => "policy_signup",
        "politikskabeloner" => "plan_template",
        "omraader" => "unit",
        "stemmedeltagere" => "voice_participant",
        "input" => "voice_input",
        "uddrag" => "voice_point",
        "udklip" => "voice_excerpt",
        "aendringsforslag" => "change_proposal",
        "standardsvar" => "hearing_phrase",
        // Secrets and names, not ids: nobody guesses them.
        "log-ind"
        | "email"
        | "interesse"
        | "bekraeft"
        | "hjaelp"
        | "skabelon"
        | "bliv-frivillig"
        | "kalender"
        | "bevis"
        | "v"
        | "krav"
        | "noter"
        | "soegninger"
        | "bordnoter"
        | "tilmeldinger"
        | "mit-forslag"
        | "mit-bidrag"
        | "mit-aendringsforslag"
        | "hoeringspart"
        | "hoeringssvar"
        | "{code}" => {
            return Vec::new();
        }
        other => panic!("which ids stand after “{other}/” in a path? Say so in tests/house/routes.rs"),
    };
    let of_tenant =
        tenant.map(|tenant| format!(" where tenant_id = {}", rows::literal(db, tenant))).unwrap_or_default();
    match STATES.iter().find(|(name, _)| *name == table) {
        // PostgreSQL has no min(uuid).
        Some((_, state)) => {
            let mut ids = Vec::new();
            for value in rows::texts(db, &format!("select distinct {state} from {table}{of_tenant}")).await {
                let and = if of_tenant.is_empty() { " where" } else { " and" };
                let sql =
                    format!("select id from {table}{of_tenant}{and} {state} = '{value}' order by id limit 1");
                ids.extend(rows::ids(db, &sql).await);
            }
            ids
        }
        None => rows::ids(db, &format!("select id from {table}{of_tenant} order by id limit 3")).await,
    }
}

/// Addresses a route answers at, with things that exist, of `tenant` or of everybody, and one that does not.
pub async fn addresses(db: &Db, path: &str, tenant: Option<Uuid>) -> Vec<String> {
    let mut addresses = vec![String::new()];
    let mut before = "";
    for segment in path.split('/').skip(1) {
        if segment.starts_with('{') {
            let mut values: Vec<String> =
                ids_after(db, before, tenant).await.iter().map(Uuid::to_string).collect();
            if tenant.is_none() || values.is_empty() {
                values.push(nothing(before));
            }
            addresses = addresses
                .iter()
                .flat_map(|start| values.iter().map(move |value| format!("{start}/{value}")))
                .collect();
        } else {
            addresses.iter_mut().for_each(|address| *address = format!("{address}/{segment}"));
            // One word for two things: what is suggested to a volunteer, and what somebody proposes.
            before = match (before, segment) {
                ("min-side", "forslag") => "min-side/forslag",
                _ => segment,
            };
        }
    }
    addresses
}

fn nothing(before: &str) -> String {
    match before {
        "hjaelp" => "findes-ikke".into(),
        "skabelon" => "units".into(),
        "krav" => "confidentiality".into(),
        "bevis" | "v" => "AAAA-AAAA".into(),
        "log-ind"
        | "email"
        | "interesse"
        | "bekraeft"
        | "bliv-frivillig"
        | "kalender"
        | "bordnoter"
        | "tilmeldinger"
        | "mit-forslag"
        | "mit-bidrag"
        | "mit-aendringsforslag"
        | "hoeringspart"
        | "hoeringssvar" => "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into(),
        _ => Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001).to_string(),
    }
}

async fn knock(house: &House, visitor: &Visitor, route: &RouteInfo, address: &str) -> StatusCode {
    if route.method == Method::GET {
        house.get(visitor, address).await.status
    } else {
        house.post(visitor, address, "").await.status
    }
}

#[db_test]
async fn a_stranger_gets_no_further_than_the_public_pages(db: Db) {
    let house = House::with_demo(&db).await;
    let stranger = Visitor::anonymous(HOST);
    let before = rows::table_sizes(&db).await;
    let mut wrong = Vec::new();
    let mut knocked = 0;
    for route in &house.program.routes {
        for address in addresses(&db, route.path, None).await {
            let status = knock(&house, &stranger, route, &address).await;
            let is_right = match route.access {
                // A page that exists may still be nobody's business: a draft says that one must sign in.
                Access::Public if route.path.contains('{') => !status.is_server_error(),
                Access::Public => !status.is_server_error() && ![401, 403].contains(&status.as_u16()),
                // What one's own id opens too asks whoever has it to sign in, whether it exists or not.
                // A secret from a letter, behind which no account stands.
                Access::Link if route.path.starts_with("/soegninger/{key}") => status == StatusCode::GONE,
                Access::Link if route.path.contains("{key}") => status == StatusCode::UNAUTHORIZED,
                Access::Link => [StatusCode::NOT_FOUND, StatusCode::GONE].contains(&status),
                Access::SignedIn | Access::Decided => status == StatusCode::UNAUTHORIZED,
            };
            knocked += 1;
            if !is_right {
                wrong.push(format!("{} {address} ({:?}) answered {status}", route.method, route.access));
            }
        }
    }
    assert!(knocked > 60, "only {knocked} addresses were tried");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows::table_sizes(&db).await, before, "an empty form from a stranger changed something");
}

#[db_test]
async fn somebody_without_a_role_decides_nothing(db: Db) {
    let house = House::with_demo(&db).await;
    let nobody = house.without_roles().await;
    let before = rows::table_sizes(&db).await;
    let mut wrong = Vec::new();
    let decided: Vec<&RouteInfo> =
        house.program.routes.iter().filter(|route| route.access == Access::Decided).collect();
    assert!(decided.len() > 15, "only {} routes are decided", decided.len());
    for route in decided {
        for address in addresses(&db, route.path, None).await {
            let status = knock(&house, &nobody, route, &address).await;
            // An empty form may be refused as a form before anybody asks who sent it, but it opens nothing.
            if !status.is_client_error() {
                wrong.push(format!("{} {address} answered {status}", route.method));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows::table_sizes(&db).await, before, "somebody without a role changed something");
}

/// Whoever has no part in a thing learns nothing from trying a verb on it, not even that it exists.
#[db_test]
async fn a_verb_on_somebody_else_s_id_finds_nothing(db: Db) {
    let house = House::with_demo(&db).await;
    let nobody = house.without_roles().await;
    // What is everybody's: the task that is open to all, and what one has of one's own.
    let is_for_all =
        |path: &str| path.starts_with("/opgaver/{id}/interesse") || path.contains("/forslag/{id}/");
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for route in house.program.routes.iter().filter(|route| {
        route.method == Method::POST
            && route.path.contains('{')
            && !is_for_all(route.path)
            && matches!(route.access, Access::SignedIn | Access::Decided)
    }) {
        for address in addresses(&db, route.path, None).await {
            let status = knock(&house, &nobody, route, &address).await;
            tried += 1;
            if status != StatusCode::NOT_FOUND {
                wrong.push(format!("{address} ({:?}) answered {status}", route.access));
            }
        }
    }
    assert!(tried > 100, "only {tried} were tried");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[db_test]
async fn what_is_not_public_is_shown_to_nobody_outside(db: Db) {
    let house = House::with_demo(&db).await;
    let nobody = house.without_roles().await;
    let hidden_tasks = rows::ids(&db, "select id from task where state in ('draft', 'awaiting')").await;
    let hidden_associations =
        rows::ids(&db, "select id from association where state not in ('approved', 'closed')").await;
    assert!(hidden_tasks.len() >= 2 && !hidden_associations.is_empty(), "the demo has something to hide");
    for visitor in [Visitor::anonymous(HOST), nobody] {
        for (folder, hidden) in [("opgaver", &hidden_tasks), ("foreninger", &hidden_associations)] {
            for id in hidden {
                let answer = house.get(&visitor, &format!("/{folder}/{id}")).await;
                assert!(answer.status.is_client_error(), "/{folder}/{id} answered {}", answer.status);
            }
        }
        for list in [
            "/",
            "/opgaver",
            "/opgaver.json",
            "/opgaver.rss",
            "/opgaver/kalender",
            "/opgaver/kort",
            "/foreninger",
        ] {
            let page = house.get(&visitor, list).await;
            assert_eq!(page.status, StatusCode::OK, "{list}");
            for id in hidden_tasks.iter().chain(&hidden_associations) {
                assert!(!page.body.contains(&id.to_string()), "{list} names {id}, whose page is refused");
            }
        }
    }
}
