//! Who posts a task, as statements find it.

/// The unit `v` or the association `a` that posts the task `t`. A unit is called what its latest version by the day
/// `$2` says, also after it has closed.
pub const WITH_POSTER: &str = "left join unit_version v on v.id = (select newest.id from unit_version newest
        where newest.unit_id = t.unit_id and newest.valid_from <= $2 order by newest.valid_from desc limit 1)
    left join association a on a.id = t.association_id";
/// What the poster is called. Empty when it is gone.
pub(crate) const POSTER_NAME: &str = "coalesce(v.name, a.name, '')";
pub(crate) const POSTER_PHONE: &str = "coalesce(v.phone, a.phone)";
