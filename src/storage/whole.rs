//! A group of named values is read whole: those that this program knows, and, as they stand, those that a later one
//! added. They are written back.

use std::marker::PhantomData;

use ron::value::RawValue;
use serde::de::value::StringDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer, forward_to_deserialize_any, ser};

/// A group whose known values are those of `T`.
#[derive(Debug, Default)]
pub struct Whole<T> {
    pub known: T,
    pub rest: Rest,
}

/// The values that are not known, in their order: a name, and what the file says.
pub type Rest = Vec<(String, Box<RawValue>)>;

impl<T> From<T> for Whole<T> {
    fn from(known: T) -> Self {
        Whole { known, rest: Rest::new() }
    }
}

impl<T: Serialize> Serialize for Whole<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.rest.is_empty() {
            return self.known.serialize(serializer);
        }
        // The names of the rest are those of no type of ours: the group is written as a text, which ron checks.
        let known = ron::to_string(&self.known).map_err(ser::Error::custom)?;
        let mut text = known.strip_suffix(')').unwrap_or(&known).to_owned();
        for (name, value) in &self.rest {
            let plain = |c: char| c == '_' || c.is_alphanumeric();
            let escape = if name.chars().all(plain) { "" } else { "r#" };
            text += &[",", escape, name, ":", value.get_ron()].concat();
        }
        text.push(')');
        RawValue::from_boxed_ron(text.into()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut rest = Rest::new();
        let known = T::deserialize(Sifted { inner: deserializer, rest: &mut rest })?;
        Ok(Whole { known, rest })
    }
}

/// Gives a group the values that it knows, and puts the others in `rest`.
struct Sifted<'r, I> {
    inner: I,
    rest: &'r mut Rest,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Sifted<'_, D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let sifting = Sifting { visitor, fields, rest: self.rest };
        self.inner.deserialize_struct(name, fields, sifting)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Sifting<'r, V> {
    visitor: V,
    fields: &'static [&'static str],
    rest: &'r mut Rest,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Sifting<'_, V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        self.visitor.expecting(formatter)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Known { map, fields: self.fields, rest: self.rest })
    }
}

struct Known<'r, A> {
    map: A,
    fields: &'static [&'static str],
    rest: &'r mut Rest,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Known<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(name) = self.map.next_key::<String>()? {
            if self.fields.contains(&name.as_str()) {
                let name: StringDeserializer<A::Error> = name.into_deserializer();
                return seed.deserialize(name).map(Some);
            }
            let value = self.map.next_value_seed(PhantomData::<Box<RawValue>>)?;
            self.rest.push((name, value));
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, serde::Deserialize, Serialize)]
    #[serde(default)]
    struct Group {
        name: String,
        within: Vec<Inner>,
    }

    #[derive(Debug, Default, PartialEq, serde::Deserialize, Serialize)]
    #[serde(default)]
    struct Inner {
        size: u8,
    }

    #[test]
    fn what_is_not_known_comes_back_as_it_stood() {
        let text = "(name:\"a\",within:[],later:(x:[1,2],y:Some(\"«)\")),r#an-other:{1:'c'}, last : 3 // three\n )";
        let read: Whole<Group> = ron::from_str(text).unwrap();
        assert_eq!(read.known, Group { name: "a".into(), ..Group::default() });
        let names: Vec<_> = read.rest.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["later", "an-other", "last"]);
        let written = ron::to_string(&read).unwrap();
        let again: Whole<Group> = ron::from_str(&written).unwrap();
        assert_eq!(again.known, read.known);
        let value = |of: &Whole<Group>, at: usize| of.rest[at].1.trim().to_string();
        for (at, said) in ["(x:[1,2],y:Some(\"«)\"))", "{1:'c'}", "3"].into_iter().enumerate() {
            assert_eq!((value(&read, at), value(&again, at)), (said.into(), said.into()));
        }
        assert_eq!(ron::to_string(&again).unwrap(), written);
    }

    #[test]
    fn a_known_value_that_is_wrong_is_still_a_fault() {
        for text in
            ["(name:3)", "(later:)", "(name:\"a\",name:\"b\")", "(within:[(size:999)])", "3"]
        {
            assert!(ron::from_str::<Whole<Group>>(text).is_err(), "{text}");
        }
    }
}
