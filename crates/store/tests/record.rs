//! What `#[derive(Record)]` makes of a struct, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use samskab_kernel::{Day, Id, Instant, TenantId, codes};
use samskab_store::{
    Db, Record, Row, Stamp, db_test, migrate,
    sqlx::{AssertSqlSafe, raw_sql},
    testing,
};

enum BoatRow {}
type BoatId = Id<BoatRow>;

codes! {
    enum Rig { Sloop => "sloop", Ketch => "ketch" }
}

/// Every kind of column there is.
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "boat", alias = "b", also("sort_key" = self.name.to_lowercase()), beside("harbour"))]
struct Boat {
    id: BoatId,
    #[record(fixed)]
    sail_number: String,
    name: String,
    nickname: Option<String>,
    rig: Rig,
    #[record(column = "owner_id")]
    owner: Option<BoatId>,
    #[record(lines)]
    faults: Vec<String>,
    #[record(words)]
    sisters: Vec<Rig>,
    #[record(blank)]
    twin: Option<Rig>,
    #[record(json)]
    crew: Vec<i64>,
    #[record(pair("latitude", "longitude"))]
    place: Option<(f64, f64)>,
    #[record(flatten)]
    size: Size,
    #[record(flatten, names("sail_length", "sail_draught"))]
    with_sails: Size,
    #[record(flatten = StateColumns)]
    state: State,
    at_sea: bool,
    #[record(fixed)]
    launched_on: Day,
    updated_at: Instant,
}

#[derive(Debug, Clone, PartialEq, Record)]
struct Size {
    length: i64,
    draught: i64,
}

#[derive(Debug, Clone, PartialEq)]
enum State {
    Afloat,
    Laid { up: Instant },
}

#[derive(Record)]
struct StateColumns {
    laid_up_at: Option<Instant>,
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        let laid_up_at = match state {
            State::Afloat => None,
            State::Laid { up } => Some(*up),
        };
        Self { laid_up_at }
    }
}

impl From<StateColumns> for State {
    fn from(columns: StateColumns) -> Self {
        columns.laid_up_at.map_or(Self::Afloat, |up| Self::Laid { up })
    }
}

/// A boat with what a page shows beside it.
#[derive(Debug, PartialEq, Row)]
struct BoatWithOwner {
    #[record(flatten)]
    boat: Boat,
    #[record(sql = "coalesce(o.name, '')")]
    owner_name: String,
}

#[derive(Debug, PartialEq, Row)]
struct Named {
    name: String,
    sail_number: String,
}

/// A key of two columns, one of which the struct has not; of no tenant.
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "log_page", key("boat_id", "page"), beside("boat_id"), global)]
struct LogPage {
    page: i64,
    text: String,
}

const TABLES: &str = "create table boat (id uuid not null primary key, tenant_id uuid not null, harbour text not null,
    sort_key text not null, sail_number text not null, name text not null, nickname text, rig text not null,
    owner_id uuid, faults text not null, sisters text not null, twin text not null, crew text not null,
    latitude double precision, longitude double precision, length bigint not null, draught bigint not null,
    sail_length bigint not null, sail_draught bigint not null,
    laid_up_at bigint, at_sea boolean not null, launched_on text not null, updated_at bigint not null,
    unique (tenant_id, sail_number));
    create table log_page (boat_id uuid not null, page bigint not null, text text not null, primary key (boat_id, page))";

samskab_store::statements! {
    FIND = Boat::SELECT, "where b.tenant_id = :tenant_id and b.id = :id";
    SHOWN = "select", BoatWithOwner::COLUMNS, "from boat b left join boat o on o.id = b.owner_id and o.tenant_id = b.tenant_id
        where b.tenant_id = $1 and b.id in ({list}) order by b.name";
    /// In another order than the struct.
    NAMED = "select sail_number, rig, name from boat where tenant_id = $1";
    ADD = Boat::INSERT;
    SAVE = Boat::UPDATE;
    SAVE_FROM = Boat::UPDATE, "and name = :was";
    ADD_OR_SAVE = Boat::INSERT, "on conflict (tenant_id, sail_number) do update set", Boat::EXCLUDED;
    BESIDE = "select harbour, sort_key from boat where tenant_id = $1 and id = $2";
    IN_HARBOUR = "select id from boat where tenant_id = :tenant_id and harbour = :harbour and id in ({list})";
    ADD_PAGE = LogPage::INSERT;
    SAVE_PAGE = LogPage::UPDATE;
    PAGES = LogPage::SELECT, "order by page";
}

async fn harbour(db: &Db) -> (TenantId, Stamp) {
    let sql = AssertSqlSafe(migrate::dialect(db.backend(), TABLES));
    match db.backend() {
        samskab_store::Backend::Sqlite { writer, .. } => drop(raw_sql(sql).execute(writer).await.unwrap()),
        samskab_store::Backend::Postgres { pool } => drop(raw_sql(sql).execute(pool).await.unwrap()),
    }
    let tenant = testing::tenant(db).await;
    (tenant, Stamp { tenant, actor: None, now: Day::of(2026, 3, 2).at(9, 0) })
}

fn boat(db: &Db) -> Boat {
    let now = Day::of(2026, 3, 2).at(9, 0);
    Boat {
        id: db.dice().id(now),
        sail_number: "DEN 7".to_owned(),
        name: "Havfruen".to_owned(),
        nickname: None,
        rig: Rig::Sloop,
        owner: None,
        faults: vec!["utæt luge".to_owned(), "slidt sejl".to_owned()],
        sisters: vec![Rig::Ketch, Rig::Sloop],
        twin: Some(Rig::Ketch),
        crew: vec![3, 1, 2],
        place: Some((55.5, 9.75)),
        size: Size { length: 900, draught: 140 },
        with_sails: Size { length: 1020, draught: 150 },
        state: State::Laid { up: now },
        at_sea: false,
        launched_on: Day::of(1987, 5, 1),
        updated_at: now,
    }
}

async fn add(db: &Db, stamp: Stamp, boat: &Boat) {
    let mut tx = db.begin(stamp).await.unwrap();
    tx.write(&ADD, boat).bind_named("harbour", "Aarhus".to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
}

async fn find(db: &Db, tenant: TenantId, id: BoatId) -> Boat {
    let mut reader = db.read().await.unwrap();
    reader.query(&FIND).bind_named("id", id).bind_named("tenant_id", tenant).one().await.unwrap()
}

#[test]
fn a_struct_says_its_statements() {
    assert_eq!(
        FIND.sql(),
        "select b.id, b.sail_number, b.name, b.nickname, b.rig, b.owner_id, b.faults, b.sisters, b.twin, b.crew, \
         b.latitude, b.longitude, b.length, b.draught, b.sail_length, b.sail_draught, b.laid_up_at, b.at_sea, b.launched_on, b.updated_at \
         from boat b where b.tenant_id = $1 and b.id = $2"
    );
    assert_eq!(
        ADD.sql(),
        "insert into boat (tenant_id, id, sail_number, name, nickname, rig, owner_id, faults, sisters, twin, crew, \
         latitude, longitude, length, draught, sail_length, sail_draught, laid_up_at, at_sea, launched_on, \
         updated_at, sort_key, harbour) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
         $16, $17, $18, $19, $20, $21, $22, $23)"
    );
    assert_eq!(
        SAVE.sql(),
        "update boat set name = $1, nickname = $2, rig = $3, owner_id = $4, faults = $5, sisters = $6, twin = $7, \
         crew = $8, latitude = $9, longitude = $10, length = $11, draught = $12, sail_length = $13, \
         sail_draught = $14, laid_up_at = $15, at_sea = $16, updated_at = $17, sort_key = $18 \
         where tenant_id = $19 and id = $20"
    );
    assert!(ADD_OR_SAVE.sql().contains("do update set name = excluded.name, nickname = excluded.nickname,"));
    assert_eq!(ADD_PAGE.sql(), "insert into log_page (page, text, boat_id) values ($1, $2, $3)");
    assert_eq!(SAVE_PAGE.sql(), "update log_page set text = $1 where boat_id = $2 and page = $3");
}

#[db_test]
async fn a_record_comes_back_as_it_was_added(db: Db) {
    let (tenant, stamp) = harbour(&db).await;
    let full = boat(&db);
    let empty = Boat {
        id: db.dice().id(stamp.now),
        sail_number: "DEN 8".to_owned(),
        name: String::new(),
        owner: Some(full.id),
        faults: Vec::new(),
        sisters: Vec::new(),
        twin: None,
        crew: Vec::new(),
        place: None,
        state: State::Afloat,
        at_sea: true,
        ..full.clone()
    };
    for boat in [&full, &empty] {
        add(&db, stamp, boat).await;
        assert_eq!(&find(&db, tenant, boat.id).await, boat);
    }
    let mut reader = db.read().await.unwrap();
    let beside: (String, String) = reader.query(&BESIDE).bind(tenant).bind(full.id).one().await.unwrap();
    assert_eq!(beside, ("Aarhus".to_owned(), "havfruen".to_owned()));
    let shown: Vec<BoatWithOwner> =
        reader.query(&SHOWN).bind(tenant).bind_list(&[full.id, empty.id]).all().await.unwrap();
    assert_eq!(
        shown,
        [
            BoatWithOwner { boat: empty, owner_name: "Havfruen".to_owned() },
            BoatWithOwner { boat: full, owner_name: String::new() }
        ]
    );
}

#[db_test]
async fn what_is_fixed_stays_when_a_record_is_saved(db: Db) {
    let (tenant, stamp) = harbour(&db).await;
    let before = boat(&db);
    add(&db, stamp, &before).await;
    let changed = Boat {
        sail_number: "DEN 9".to_owned(),
        name: "Havørnen".to_owned(),
        nickname: Some("Ørnen".to_owned()),
        place: None,
        size: Size { length: 901, draught: 141 },
        with_sails: Size { length: 1021, draught: 151 },
        launched_on: Day::of(2000, 1, 1),
        ..before.clone()
    };
    let mut tx = db.begin(stamp).await.unwrap();
    let stale = tx.write(&SAVE_FROM, &changed).bind_named("was", "Søhesten".to_owned());
    assert_eq!(stale.execute().await.unwrap(), 0);
    let fresh = tx.write(&SAVE_FROM, &changed).bind_named("was", "Havfruen".to_owned());
    assert_eq!(fresh.execute().await.unwrap(), 1);
    tx.commit().await.unwrap();
    let expected =
        Boat { sail_number: before.sail_number, launched_on: before.launched_on, ..changed.clone() };
    assert_eq!(find(&db, tenant, changed.id).await, expected);
    let mut tx = db.begin(stamp).await.unwrap();
    assert_eq!(tx.write(&SAVE, &before_as(&expected)).execute().await.unwrap(), 1);
    let again = Boat { id: db.dice().id(stamp.now), nickname: None, ..expected.clone() };
    tx.write(&ADD_OR_SAVE, &again).bind_named("harbour", "Odense".to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
    let expected = Boat { nickname: None, ..expected };
    assert_eq!(find(&db, tenant, changed.id).await, expected, "its id and number are those of the first");
}

fn before_as(boat: &Boat) -> Boat {
    Boat { nickname: Some("Havheksen".to_owned()), ..boat.clone() }
}

#[db_test]
async fn a_row_in_another_order_is_read_by_its_names(db: Db) {
    let (tenant, stamp) = harbour(&db).await;
    add(&db, stamp, &boat(&db)).await;
    let named: Vec<Named> = db.read().await.unwrap().query(&NAMED).bind(tenant).all().await.unwrap();
    assert_eq!(named, [Named { name: "Havfruen".to_owned(), sail_number: "DEN 7".to_owned() }]);
    let wrong = db.read().await.unwrap().query(&NAMED).bind(tenant).all::<Boat>().await.unwrap_err();
    assert!(wrong.to_string().contains("NAMED") && wrong.to_string().contains("id"), "{wrong}");
}

#[db_test]
async fn a_table_of_no_tenant_has_a_key_of_its_own(db: Db) {
    let (_, stamp) = harbour(&db).await;
    let boat: BoatId = db.dice().id(stamp.now);
    let mut tx = db.begin(stamp).await.unwrap();
    for page in [2, 1] {
        let page = LogPage { page, text: String::new() };
        tx.write(&ADD_PAGE, &page).bind_named("boat_id", boat).execute().await.unwrap();
    }
    let written = LogPage { page: 2, text: "Stille vejr".to_owned() };
    assert_eq!(tx.write(&SAVE_PAGE, &written).bind_named("boat_id", boat).execute().await.unwrap(), 1);
    let pages: Vec<LogPage> = tx.query(&PAGES).all().await.unwrap();
    assert_eq!(pages, [LogPage { page: 1, text: String::new() }, written]);
}

#[db_test]
async fn a_name_that_is_forgotten_doubled_or_unknown_is_refused(db: Db) {
    let (tenant, stamp) = harbour(&db).await;
    let boat = boat(&db);
    add(&db, stamp, &boat).await;
    let harbour = || "Aarhus".to_owned();
    let mut reader = db.read().await.unwrap();
    let found: Vec<BoatId> = reader
        .query(&IN_HARBOUR)
        .bind_named("harbour", harbour())
        .bind_named("tenant_id", tenant)
        .bind_list(&[boat.id])
        .scalars()
        .await
        .unwrap();
    assert_eq!(found, [boat.id], "in any order");
    let forgotten = reader.query(&FIND).bind_named("id", boat.id).optional::<Boat>().await.unwrap_err();
    assert!(forgotten.to_string().contains(":tenant_id is not bound"), "{forgotten}");
    let unknown = reader
        .query(&FIND)
        .bind_named("tenant_id", tenant)
        .bind_named("boat", boat.id)
        .optional::<Boat>()
        .await
        .unwrap_err();
    assert!(unknown.to_string().contains("no :boat"), "{unknown}");
    let doubled = reader
        .query(&FIND)
        .bind_named("tenant_id", tenant)
        .bind_named("id", boat.id)
        .bind_named("id", boat.id)
        .optional::<Boat>()
        .await
        .unwrap_err();
    assert!(doubled.to_string().contains("bound twice"), "{doubled}");
}
