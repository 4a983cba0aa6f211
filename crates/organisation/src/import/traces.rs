//! What files of this context write, as far as it must be taken back, and what here people build on it.

use samskab_import::{Part, PutBack, Thing};
use samskab_kernel::Locale;
use samskab_web::built::{Built, By};

use crate::{
    T,
    association::{Association, store as associations},
    person::store as people,
    position::{Position, store as positions},
    unit::{Unit, store as units},
};

pub(super) const UNIT: &str = "unit";
pub(super) const POSITION: &str = "position";
pub(super) const APPOINTMENT: &str = "appointment";
pub(super) const PERSON: &str = "person";
pub(super) const ASSOCIATION: &str = "association";

samskab_store::statements! {
    UNITS = "select id, number, successor_id, settle_by, settle_ending, settle_reason from unit
             where tenant_id = $1 and id in ({list})";
    SAVE_UNIT = "update unit set number = :number, successor_id = :successor_id, settle_by = :settle_by,
                     settle_ending = :settle_ending, settle_reason = :settle_reason
                 where tenant_id = :tenant_id and id = :id";
    REMOVE_UNIT = "delete from unit where tenant_id = $1 and id = $2";
    /// With what a version has beside its unit.
    VERSIONS = "select v.id, v.sort_key,", Unit::COLUMNS,
        "from unit_version v join unit u on u.id = v.unit_id and u.tenant_id = v.tenant_id
         where v.tenant_id = $1 and v.unit_id in ({list})";
    REMOVE_VERSIONS = "delete from unit_version where tenant_id = $1 and unit_id = $2";
    POSITIONS = Position::SELECT, "where p.tenant_id = $1 and p.id in ({list})";
    REMOVE_POSITION = "delete from position where tenant_id = $1 and id = $2";
    APPOINTMENTS = "select id, position_id, person_id, capacity, valid_from, valid_to from appointment
                    where tenant_id = $1 and id in ({list})";
    SAVE_APPOINTMENT = "update appointment set valid_to = :valid_to where tenant_id = :tenant_id and id = :id";
    ASSOCIATIONS = "select sort_key,", Association::COLUMNS, "from association where tenant_id = $1 and id in ({list})";
    REMOVE_ASSOCIATION = "delete from association where tenant_id = $1 and id = $2";

    UNIT_SUCCEEDS = "select successor_id, id from unit where tenant_id = $1 and successor_id in ({list})";
    UNIT_HAS_UNITS = "select parent_id, unit_id from unit_version where tenant_id = $1 and parent_id in ({list})";
    UNIT_HAS_POSITIONS = "select unit_id, id from position where tenant_id = $1 and unit_id in ({list})";
    UNIT_IS_SPOKEN_FOR = "select u.id from unit u
        where u.tenant_id = $1 and (exists (select 1 from liaison l where l.tenant_id = u.tenant_id and l.unit_id = u.id)
            or exists (select 1 from contact_waiver w where w.tenant_id = u.tenant_id and w.unit_id = u.id))
          and u.id in ({list})";
    POSITION_HAS_HOLDERS = "select position_id, id from appointment where tenant_id = $1 and position_id in ({list})";
    POSITION_IS_USED = "select p.id from position p
        where p.tenant_id = $1
          and (exists (select 1 from position o where o.tenant_id = p.tenant_id and o.reports_to = p.id)
            or exists (select 1 from liaison l where l.tenant_id = p.tenant_id and l.position_id = p.id))
          and p.id in ({list})";
    PERSON_HOLDS = "select person_id, id from appointment where tenant_id = $1 and person_id in ({list})";
    PERSON_CAME = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from session s where s.tenant_id = p.tenant_id and s.person_id = p.id)
            or exists (select 1 from sign_in_link k where k.tenant_id = p.tenant_id and k.person_id = p.id))
          and p.id in ({list})";
    PERSON_IS_IN_USE = "select p.id from person p
        where p.tenant_id = $1
          and (exists (select 1 from absence a where a.tenant_id = p.tenant_id and a.person_id = p.id)
            or exists (select 1 from association_contact c where c.tenant_id = p.tenant_id and c.person_id = p.id)
            or exists (select 1 from association_confirmation f where f.tenant_id = p.tenant_id and f.person_id = p.id)
            or exists (select 1 from notice n where n.tenant_id = p.tenant_id and n.person_id = p.id))
          and p.id in ({list})";
    ASSOCIATION_HAS_CONTACTS = "select a.id from association a
        where a.tenant_id = $1
          and (exists (select 1 from association_contact c where c.tenant_id = a.tenant_id and c.association_id = a.id)
            or exists (select 1 from association_confirmation f
                       where f.tenant_id = a.tenant_id and f.association_id = a.id))
          and a.id in ({list})";
}

pub(super) static OF_UNITS: [Thing; 1] = [Thing {
    table: UNIT,
    parts: &[
        Part { owner: "id", rows: &UNITS, remove: &REMOVE_UNIT, put_back: PutBack::Save(&SAVE_UNIT) },
        Part {
            owner: "unit_id",
            rows: &VERSIONS,
            remove: &REMOVE_VERSIONS,
            put_back: PutBack::Replace(&units::ADD_VERSION),
        },
    ],
}];

pub(super) static OF_POSITIONS: [Thing; 3] = [
    Thing {
        table: PERSON,
        parts: &[Part {
            owner: "id",
            rows: &people::FIND_MANY,
            remove: &people::DELETE,
            put_back: PutBack::Save(&people::SAVE),
        }],
    },
    Thing {
        table: POSITION,
        parts: &[Part { owner: "id", rows: &POSITIONS, remove: &REMOVE_POSITION, put_back: PutBack::Never }],
    },
    Thing {
        table: APPOINTMENT,
        parts: &[Part {
            owner: "id",
            rows: &APPOINTMENTS,
            remove: &positions::REMOVE_APPOINTMENT,
            put_back: PutBack::SaveOrAdd(&SAVE_APPOINTMENT, &positions::APPOINT),
        }],
    },
];

pub(super) static OF_ASSOCIATIONS: [Thing; 1] = [Thing {
    table: ASSOCIATION,
    parts: &[Part {
        owner: "id",
        rows: &ASSOCIATIONS,
        remove: &REMOVE_ASSOCIATION,
        put_back: PutBack::Save(&associations::SAVE),
    }],
}];

const fn built(on: &'static str, by: By, said: fn(Locale) -> &'static str) -> Built {
    Built { on, by, said }
}

/// Records of this context that depend on units, positions, people and associations.
pub const BUILT: [Built; 10] = [
    built(UNIT, By::Rows(UNIT, &UNIT_SUCCEEDS), |locale| T(locale).import_undo_unit_succeeds()),
    built(UNIT, By::Rows(UNIT, &UNIT_HAS_UNITS), |locale| T(locale).import_undo_unit_has_units()),
    built(UNIT, By::Rows(POSITION, &UNIT_HAS_POSITIONS), |locale| T(locale).import_undo_unit_has_positions()),
    built(UNIT, By::Anybody(&UNIT_IS_SPOKEN_FOR), |locale| T(locale).import_undo_unit_is_spoken_for()),
    built(POSITION, By::Rows(APPOINTMENT, &POSITION_HAS_HOLDERS), |locale| {
        T(locale).import_undo_position_has_holders()
    }),
    built(POSITION, By::Anybody(&POSITION_IS_USED), |locale| T(locale).import_undo_position_is_used()),
    built(PERSON, By::Rows(APPOINTMENT, &PERSON_HOLDS), |locale| T(locale).import_undo_person_holds()),
    built(PERSON, By::Anybody(&PERSON_CAME), |locale| T(locale).import_undo_person_came()),
    built(PERSON, By::Anybody(&PERSON_IS_IN_USE), |locale| T(locale).import_undo_person_is_in_use()),
    built(ASSOCIATION, By::Anybody(&ASSOCIATION_HAS_CONTACTS), |locale| {
        T(locale).import_undo_association_has_contacts()
    }),
];
