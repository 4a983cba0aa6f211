//! `#[derive(Record)]` and `#[derive(Row)]`: a struct's fields are a table's columns.
//!
//! The meaning of the attributes is documented at the derives in `lib.rs`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Fields, Ident, LitStr, Path, Result, Token, Type,
    meta::ParseNestedMeta, parenthesized, parse_quote, punctuated::Punctuated,
};

/// The arguments of `#[record(…)]` before the struct.
#[derive(Default)]
struct TableAttributes {
    table: Option<LitStr>,
    alias: Option<LitStr>,
    /// Columns that name a row within its tenant; without any it is `id`.
    key: Vec<LitStr>,
    /// Written from the record, but read by nobody.
    also: Vec<(LitStr, Expr)>,
    /// Added with a value that the caller binds, and never changed.
    beside: Vec<LitStr>,
    /// Its rows belong to no tenant.
    global: bool,
}

/// The arguments of `#[record(…)]` before a field.
#[derive(Default)]
struct FieldAttributes {
    column: Option<LitStr>,
    stored_as: Option<Path>,
    /// `Some(None)`: the field's own type has the columns.
    flatten: Option<Option<Path>>,
    /// The names of a group's columns in this struct.
    names: Vec<LitStr>,
    pair: Option<(LitStr, LitStr)>,
    fixed: bool,
    read: bool,
    sql: Option<Expr>,
}

/// A field in three texts: its columns, how it is read from a row, how it is bound to a statement.
struct Field {
    columns: TokenStream,
    read: TokenStream,
    bind: TokenStream,
}

pub(crate) fn expand(input: &DeriveInput, writes: bool) -> Result<TokenStream> {
    let table = table_attributes(&input.attrs)?;
    let fields = fields(input)?;
    let name = &input.ident;
    let record = quote!(::samskab_store::record);

    // A column may have a type that the struct is given: `Step<Kind>`.
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(#record::Cell));
    }
    let (bounds, given, _) = generics.split_for_impl();
    let mut with_row = generics.clone();
    with_row.params.insert(0, parse_quote!('r));
    let (with_row, ..) = with_row.split_for_impl();

    let columns = fields.iter().map(|field| &field.columns);
    let reads = fields.iter().map(|field| &field.read);
    let also = table.also.iter().map(|(column, _)| quote!(#record::Column::Written(#column)));
    let beside = table.beside.iter().map(|column| quote!(#record::Column::Beside(#column)));
    let table_name = table.table.as_ref().map_or_else(String::new, LitStr::value);
    let alias = table.alias.as_ref().map_or_else(String::new, LitStr::value);
    let has_tenant = !table.global;
    let key = if table.key.is_empty() { vec![LitStr::new("id", name.span())] } else { table.key.clone() };
    let constants = if writes && table.table.is_some() {
        vec!["COLUMNS", "SELECT", "INSERT", "UPDATE", "EXCLUDED"]
    } else if table.table.is_some() {
        vec!["COLUMNS", "SELECT"]
    } else {
        vec!["COLUMNS"]
    };
    let constants = constants.into_iter().map(|constant| {
        let variant = match constant {
            "COLUMNS" => "Columns",
            "SELECT" => "Select",
            "INSERT" => "Insert",
            "UPDATE" => "Update",
            _ => "Excluded",
        };
        let (constant, variant) = (format_ident!("{constant}"), format_ident!("{variant}"));
        quote!(pub const #constant: #record::Text = #record::Text::#variant(<Self as #record::Columns>::TABLE);)
    });
    let writing = if writes {
        let binds = fields.iter().map(|field| &field.bind);
        let also = table.also.iter().map(|(column, value)| quote!(query.column(#column, &#value);));
        quote! {
            #[automatically_derived]
            impl #bounds #record::Record for #name #given {
                fn bind(&self, query: &mut ::samskab_store::Query<'_>) {
                    #(#binds)*
                    #(#also)*
                }
            }
        }
    } else {
        TokenStream::new()
    };
    Ok(quote! {
        #[allow(dead_code, reason = "not every record needs every text")]
        impl #bounds #name #given {
            #(#constants)*
        }
        #[automatically_derived]
        impl #bounds #record::Columns for #name #given {
            const TABLE: &'static #record::Table = &#record::Table {
                name: #table_name,
                alias: #alias,
                has_tenant: #has_tenant,
                key: &[#(#key),*],
                columns: &[#(#columns,)* #(#also,)* #(#beside,)*],
            };
            fn read(row: &mut #record::Cells<'_>) -> #record::Read<Self> {
                Ok(Self { #(#reads)* })
            }
        }
        #[automatically_derived]
        impl #with_row ::samskab_store::sqlx::FromRow<'r, ::samskab_store::sqlx::sqlite::SqliteRow> for #name #given {
            fn from_row(row: &'r ::samskab_store::sqlx::sqlite::SqliteRow) -> #record::Read<Self> {
                <Self as #record::Columns>::read(&mut row.into())
            }
        }
        #[automatically_derived]
        impl #with_row ::samskab_store::sqlx::FromRow<'r, ::samskab_store::sqlx::postgres::PgRow> for #name #given {
            fn from_row(row: &'r ::samskab_store::sqlx::postgres::PgRow) -> #record::Read<Self> {
                <Self as #record::Columns>::read(&mut row.into())
            }
        }
        #writing
    })
}

fn fields(input: &DeriveInput) -> Result<Vec<Field>> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "the columns of a row are the fields of a struct"));
    };
    let Fields::Named(named) = &data.fields else {
        return Err(Error::new(input.ident.span(), "a column has the name of its field"));
    };
    named
        .named
        .iter()
        .filter_map(|field| Some((field.ident.as_ref()?, field)))
        .map(|(name, whole)| field(name, &whole.ty, &field_attributes(&whole.attrs)?))
        .collect()
}

fn field(name: &Ident, is: &Type, attributes: &FieldAttributes) -> Result<Field> {
    let record = quote!(::samskab_store::record);
    let column = attributes.column.clone().unwrap_or_else(|| LitStr::new(&name.to_string(), name.span()));
    let is_read_only = attributes.read || attributes.sql.is_some();
    let fixed = attributes.fixed;
    let one = |column: &LitStr| match &attributes.sql {
        Some(sql) => quote!(#record::Column::Expression { name: #column, sql: #sql }),
        None if attributes.read => quote!(#record::Column::Read(#column)),
        None if fixed => quote!(#record::Column::Fixed(#column)),
        None => quote!(#record::Column::Kept(#column)),
    };
    let mut field = if let Some((first, second)) = &attributes.pair {
        let (one, other) = (one(first), one(second));
        Field {
            columns: quote!(#one, #other),
            read: quote!(#name: row.pair(#first, #second)?,),
            bind: quote!(query.pair(#first, #second, self.#name.as_ref());),
        }
    } else if let Some(group) = &attributes.flatten {
        let names = &attributes.names;
        let (group, made, value) = match group {
            None => (quote!(#is), quote!(), quote!(&self.#name)),
            Some(path) => (quote!(#path), quote!(.into()), quote!(&#path::from(&self.#name))),
        };
        let (mut read, mut bind) =
            (quote!(<#group as #record::Columns>::read(row)), quote!(#record::Record::bind(#value, query)));
        if !names.is_empty() {
            read = quote!(row.renamed(&[#(#names),*], |row| #read));
            bind = quote!(query.renamed(&[#(#names),*], |query| #bind));
        }
        Field {
            columns: quote!(#record::Column::Group {
                table: <#group as #record::Columns>::TABLE,
                names: &[#(#names),*],
                is_fixed: #fixed,
            }),
            read: quote!(#name: #read?#made,),
            bind: quote!(#bind;),
        }
    } else {
        let (read, bind) = match &attributes.stored_as {
            Some(path) => (quote!(stored_as::<#path, _>), quote!(column_as::<#path, _>)),
            None => (quote!(read), quote!(column)),
        };
        Field {
            columns: one(&column),
            read: quote!(#name: row.#read(#column)?,),
            bind: quote!(query.#bind(#column, &self.#name);),
        }
    };
    if is_read_only {
        field.bind = TokenStream::new();
    }
    Ok(field)
}

fn table_attributes(attributes: &[Attribute]) -> Result<TableAttributes> {
    let mut found = TableAttributes::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            match word(&meta).as_str() {
                "table" => found.table = Some(meta.value()?.parse()?),
                "alias" => found.alias = Some(meta.value()?.parse()?),
                "key" => found.key = texts(&meta)?,
                "beside" => found.beside = texts(&meta)?,
                "global" => found.global = true,
                "also" => {
                    let inside;
                    parenthesized!(inside in meta.input);
                    let column: LitStr = inside.parse()?;
                    inside.parse::<Token![=]>()?;
                    found.also.push((column, inside.parse()?));
                }
                _ => return Err(meta.error("a record has a table, alias, key, also, beside or is global")),
            }
            Ok(())
        })?;
    }
    Ok(found)
}

fn field_attributes(attributes: &[Attribute]) -> Result<FieldAttributes> {
    let mut found = FieldAttributes::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            match word(&meta).as_str() {
                "column" => found.column = Some(meta.value()?.parse()?),
                "as" => found.stored_as = Some(meta.value()?.parse()?),
                "words" => found.stored_as = Some(parse_quote!(::samskab_store::record::Words)),
                "lines" => found.stored_as = Some(parse_quote!(::samskab_store::record::Lines)),
                "blank" => found.stored_as = Some(parse_quote!(::samskab_store::record::Blank)),
                "json" => found.stored_as = Some(parse_quote!(::samskab_store::record::Json)),
                "flatten" if meta.input.peek(Token![=]) => found.flatten = Some(Some(meta.value()?.parse()?)),
                "flatten" => found.flatten = Some(None),
                "pair" => match texts(&meta)?.as_slice() {
                    [first, second] => found.pair = Some((first.clone(), second.clone())),
                    _ => return Err(meta.error("a pair is two columns")),
                },
                "names" => found.names = texts(&meta)?,
                "fixed" => found.fixed = true,
                "read" => found.read = true,
                "sql" => found.sql = Some(meta.value()?.parse()?),
                _ => {
                    return Err(meta.error("a field has a column, as, words, lines, blank, json, flatten, names, pair, sql or is fixed or read"));
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

fn word(meta: &ParseNestedMeta<'_>) -> String {
    meta.path.get_ident().map(ToString::to_string).unwrap_or_default()
}

/// `key("engagement_id", "version")`
fn texts(meta: &ParseNestedMeta<'_>) -> Result<Vec<LitStr>> {
    let inside;
    parenthesized!(inside in meta.input);
    let texts: Punctuated<LitStr, Token![,]> = inside.parse_terminated(|input| input.parse(), Token![,])?;
    Ok(texts.into_iter().collect())
}
