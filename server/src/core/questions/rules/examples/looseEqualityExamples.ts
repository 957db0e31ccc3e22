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
];
