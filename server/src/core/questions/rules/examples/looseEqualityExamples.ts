import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Comparisons that turn types, and the same strict. */
export const looseEqualityExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function isAdult(user, req) {\n  if (user.age == "18") return true; ⟵\n  if (user.state != 0) return false; ⟵\n  return req.query.page + 1; ⟵\n}\n',
    quiet:
      'function isAdult(user, req) {\n  if (user.age === 18) return true;\n  if (user.state == null || typeof user == "string") return false;\n  return Number(req.query.page) + 1;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def is_admin(user):\n    if user.name is "admin": ⟵\n        return True\n    if input() == 5: ⟵\n        return True\n    return len(user.roles) == "1" ⟵\n',
    quiet:
      'def is_admin(user):\n    if user.name == "admin":\n        return True\n    if int(input()) == 5 or user is None:\n        return True\n    return len(user.roles) == 1\n',
  },
  {
    languages: ['java'],
    asks: 'class Users {\n  boolean isAdmin(String role, Integer level, Integer other) {\n    if (role == "admin") { ⟵\n      return true;\n    }\n    return level == other; ⟵\n  }\n}\n',
    quiet:
      'class Users {\n  boolean isAdmin(String role, Integer level, int other) {\n    if ("admin".equals(role)) {\n      return true;\n    }\n    return level == other && role != null;\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Users {\n  bool IsAdmin(object role) {\n    return role == "admin"; ⟵\n  }\n}\n',
    quiet:
      'class Users {\n  bool IsAdmin(string role, object other) {\n    return role == "admin" && other != null;\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'bool isAdmin(const char* role) {\n  return role == "admin"; ⟵\n}\n',
    quiet: 'bool isAdmin(const std::string& role) {\n  return role == "admin";\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def adult?(user)\n  user.age.to_s == 18 || gets == 3 ⟵\nend\n',
    quiet: 'def adult?(user)\n  user.age.to_i == 18 || user.roles.count == 3\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction is_admin($user, $token) {\n  if ($user->role == "admin") { ⟵\n    return true;\n  }\n  if (in_array($user->id, $token->ids)) { ⟵\n    return true;\n  }\n  return strpos($token, "a") == false; ⟵\n}\n',
    quiet:
      '<?php\nfunction is_admin($user, $token) {\n  if ($user->role === "admin" || $user->a == $user->b) {\n    return true;\n  }\n  if (in_array($user->id, $token->ids, true)) {\n    return true;\n  }\n  return strpos($token, "a") === false;\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Owners {\n  private String owner;\n  boolean isOwner(User user, Document document) {\n    String name = document.owner();\n    if (user.getEmail() != document.getEmail()) return false; ⟵\n    if (this.owner == user.name()) return true; ⟵\n    return user.name() == name; ⟵\n  }\n}\n',
    quiet:
      'class Owners {\n  private String owner;\n  boolean isOwner(User user, Document document) {\n    String name = document.owner();\n    if (name == null || user.kind() == Kind.ADMIN) return false;\n    char first = name.charAt(0);\n    if (first == user.initial()) return true;\n    return user.name().equals(name);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Tracker {\n  bool IsChanged(Entry entry, string name) {\n    object before = entry.Original[name];\n    object after = entry.Current[name];\n    return before != after; ⟵\n  }\n}\n',
    quiet:
      'class Tracker {\n  bool IsChanged(Entry entry, string name) {\n    object before = entry.Original[name];\n    object after = entry.Current[name];\n    return !Equals(before, after);\n  }\n  bool Same(object a, object b) {\n    return a == b;\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'bool isCommand(const char* input) {\n  for (const char* name : kNames) {\n    if (input == name) return true; ⟵\n  }\n  return false;\n}\n',
    quiet:
      'bool isCommand(const char* input) {\n  for (const char* name : kNames) {\n    if (std::strcmp(input, name) == 0) return true;\n  }\n  return false;\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Token\n  def matches?(given)\n    value.equal?(given.value) ⟵\n  end\nend\n',
    quiet:
      'class Token\n  def matches?(given)\n    equal?(given) || value == given.value\n  end\nend\n',
  },
  {
    languages: ['python'],
    asks: 'def check(n, items):\n    return n is -1 or n is len(items) ⟵\n',
    quiet:
      'def check(n, items):\n    return n is None or n == len(items) or type(n) is type(items)\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Verifier\n  SIGNED = "payment.signed"\n\n  def signed?(type)\n    type.equal?(SIGNED) ⟵\n  end\nend',
    quiet:
      'class Verifier\n  SIGNED = :signed\n\n  def signed?(type)\n    type.equal?(SIGNED)\n  end\nend',
  },
  {
    languages: ['typescript', 'javascript', 'tsx'],
    asks: 'export function owns(user, owner) {\n  return user.id == owner; ⟵\n}',
    quiet:
      "export function open(event, kind, isRtl, value) {\n  const isOther = !!isRtl;\n  if (kind == 'password' || event.shiftKey != isOther) return true;\n  // A loose comparison on purpose: null and 0 are the same here.\n  return value.altitude == kind.altitude;\n}",
  },
  {
    languages: ['java'],
    asks: 'class A {\n  boolean same(String a, String b) {\n    return a == b; ⟵\n  }\n}\n',
    quiet:
      'class A {\n  boolean same(String a, String b, char c, char d) {\n    return a == b || a.equals(b) || Character.toUpperCase(c) == Character.toUpperCase(d);\n  }\n}\n',
  },
];
