//! Who posts a task, as statements find it.

/// The unit `v` or the association `a` that posts the task `t`. A unit's name is that of its latest version by this
/// day, also after it has closed.
macro_rules! with_poster {
    ($day:literal) => {
        concat!(
            "left join unit_version v on v.id = (select newest.id from unit_version newest
        where newest.unit_id = t.unit_id and newest.valid_from <= ",
            $day,
            " order by newest.valid_from desc limit 1)
    left join association a on a.id = t.association_id"
        )
    };
}

/// The join, with the day as `$2`.
pub const WITH_POSTER: &str = with_poster!("$2");
/// The join, with the day as `:today`.
pub const WITH_POSTER_TODAY: &str = with_poster!(":today");
/// The poster's name. Empty when the poster is deleted.
pub(crate) const POSTER_NAME: &str = "coalesce(v.name, a.name, '')";
pub(crate) const POSTER_PHONE: &str = "coalesce(v.phone, a.phone)";
