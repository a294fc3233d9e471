// How names are read, bound and unbound, by where the symbol table says they live.
#include "python/compiler/generator.h"

namespace threadbook::python {

Register CodeGenerator::plain_local(std::string_view name) const {
  const Scope& scope = b_->scope;
  if (scope.kind == Scope::Kind::Module || scope.kind == Scope::Kind::Class) return kNone;
  if (scope.resolve(name) != Resolution::Local) return kNone;
  return b_->local(scope.mangle(name));
}

Resolution CodeGenerator::resolve(std::string_view name) const {
  const Resolution resolution = b_->scope.resolve(name);
  const bool in_locals = options_.names_in_locals && b_->scope.kind == Scope::Kind::Module;
  if (in_locals && resolution != Resolution::GlobalExplicit) return Resolution::Name;
  return resolution;
}

std::string CodeGenerator::attribute_name(std::string_view name) const {
  std::string_view cls = b_->scope.class_name;
  while (cls.starts_with("_")) cls.remove_prefix(1);
  if (cls.empty() || !name.starts_with("__") || name.ends_with("__")) return std::string(name);
  return "_" + std::string(cls) + std::string(name);
}

void CodeGenerator::load_name(std::string_view name, Register to) {
  const Scope& scope = b_->scope;
  std::string_view mangled = scope.mangle(name);
  Resolution resolution = resolve(name);
  if (scope.kind == Scope::Kind::Class && resolution != Resolution::Free && b_->free_variable(mangled) != kNone &&
      resolution == Resolution::Name) {
    // Bound here and captured from outside as well: the class's own first.
    b_->emit(Op::LoadNameOrCell, to, b_->free_variable(mangled), b_->name(mangled));
    return;
  }
  switch (resolution) {
    case Resolution::Local:
      if (Register local = plain_local(name); local != kNone) {
        if (b_->is_assigned(local)) {
          if (local != to) b_->emit(Op::Move, to, local);
        } else {
          b_->emit(Op::LoadLocal, to, local, b_->name(mangled));
          b_->set_assigned(local);
        }
        return;
      }
      break;
    case Resolution::Cell:
      if (Register cell = b_->local(mangled); cell != kNone) {
        b_->emit(Op::LoadCell, to, cell, b_->name(mangled));
        return;
      }
      break;
    case Resolution::Free:
      if (scope.kind == Scope::Kind::Class) {
        b_->emit(Op::LoadNameOrCell, to, b_->free_variable(mangled), b_->name(mangled));
      } else {
        b_->emit(Op::LoadCell, to, b_->free_variable(mangled), b_->name(mangled));
      }
      return;
    case Resolution::Name: b_->emit(Op::LoadName, to, b_->global(mangled), b_->name(mangled)); return;
    case Resolution::GlobalImplicit:
      if (scope.kind == Scope::Kind::Class) {
        // __prepare__ of a metaclass may have bound it.
        b_->emit(Op::LoadName, to, b_->global(mangled), b_->name(mangled));
        return;
      }
      break;
    case Resolution::GlobalExplicit: break;
  }
  b_->emit(Op::LoadGlobal, to, b_->global(mangled));
}

void CodeGenerator::store_name(std::string_view name, Register from) {
  const Scope& scope = b_->scope;
  std::string_view mangled = scope.mangle(name);
  switch (resolve(name)) {
    case Resolution::Local:
      if (Register local = plain_local(name); local != kNone) {
        if (local != from) b_->emit(Op::Move, local, from);
        b_->set_assigned(local);
        return;
      }
      break;
    case Resolution::Cell:
      if (Register cell = b_->local(mangled); cell != kNone && scope.kind != Scope::Kind::Class) {
        b_->emit(Op::StoreCell, cell, from);
        return;
      }
      break;
    case Resolution::Free: b_->emit(Op::StoreCell, b_->free_variable(mangled), from); return;
    case Resolution::Name: b_->emit(Op::StoreName, from, b_->name(mangled)); return;
    case Resolution::GlobalExplicit:
    case Resolution::GlobalImplicit: break;
  }
  b_->emit(Op::StoreGlobal, from, b_->global(mangled));
}

void CodeGenerator::delete_name(std::string_view name) {
  const Scope& scope = b_->scope;
  std::string_view mangled = scope.mangle(name);
  switch (resolve(name)) {
    case Resolution::Local:
      if (Register local = plain_local(name); local != kNone) {
        b_->emit(Op::DeleteLocal, local, b_->name(mangled));
        return;
      }
      break;
    case Resolution::Cell:
      if (Register cell = b_->local(mangled); cell != kNone) {
        b_->emit(Op::DeleteCell, cell, b_->name(mangled));
        return;
      }
      break;
    case Resolution::Free: b_->emit(Op::DeleteCell, b_->free_variable(mangled), b_->name(mangled)); return;
    case Resolution::Name: b_->emit(Op::DeleteName, 0, b_->name(mangled)); return;
    case Resolution::GlobalExplicit:
    case Resolution::GlobalImplicit: break;
  }
  b_->emit(Op::DeleteGlobal, 0, b_->global(mangled));
}

void CodeGenerator::store(ast::Expr* target, Register from) {
  At at(*this, target->position);
  Temporaries temporaries(*this);
  switch (target->kind) {
    case ast::Expr::Kind::Name: store_name(ast::as<ast::Name>(target)->id, from); return;
    case ast::Expr::Kind::Attribute: {
      auto* attribute = ast::as<ast::Attribute>(target);
      Register object = value(attribute->value);
      b_->emit(Op::StoreAttr, object, from, b_->cache(attribute_name(attribute->attr)));
      return;
    }
    case ast::Expr::Kind::Subscript: {
      auto* subscript = ast::as<ast::Subscript>(target);
      Register object = value(subscript->value);
      Register key = value(subscript->slice);
      b_->emit(Op::StoreItem, object, key, from);
      return;
    }
    case ast::Expr::Kind::Tuple:
    case ast::Expr::Kind::List: {
      auto items =
          target->kind == ast::Expr::Kind::Tuple ? ast::as<ast::Tuple>(target)->elts : ast::as<ast::List>(target)->elts;
      std::size_t star = items.size();
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i]->kind == ast::Expr::Kind::Starred) star = i;
      }
      Register first = b_->temporaries(items.empty() ? 1 : items.size());
      auto count = static_cast<std::uint16_t>(items.size());
      if (star == items.size()) {
        b_->emit(Op::Unpack, first, from, count);
      } else {
        b_->emit(Op::UnpackEx, first, from, count);
        b_->extra(static_cast<std::uint16_t>(star), static_cast<std::uint16_t>(count - star - 1));
      }
      for (std::size_t i = 0; i < items.size(); ++i) {
        ast::Expr* item = items[i];
        if (i == star) item = ast::as<ast::Starred>(item)->value;
        store(item, static_cast<Register>(first + i));
      }
      return;
    }
    case ast::Expr::Kind::Starred: store(ast::as<ast::Starred>(target)->value, from); return;
    default: return;  // the checks after parsing let nothing else through
  }
}

}  // namespace threadbook::python
