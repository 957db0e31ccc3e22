import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Objects that are loaded first, and fields that are set by their names. */
export const massAssignmentExamples: readonly Example[] = [
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (h *Members) Patch(c *gin.Context) {\n\tvar member Member\n\th.db.First(&member, c.Param("id"))\n\tif err := c.ShouldBindJSON(&member); err != nil { ⟵\n\t\treturn\n\t}\n\th.db.Save(&member)\n}',
    quiet:
      'package a\n\nfunc (h *Members) Patch(c *gin.Context) {\n\tvar member Member\n\th.db.First(&member, c.Param("id"))\n\tvar patch MemberPatch\n\tif err := c.ShouldBindJSON(&patch); err != nil {\n\t\treturn\n\t}\n\tmember.Name = patch.Name\n\th.db.Save(&member)\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function merge(target, source) {\n  for (const key of Object.keys(source)) {\n    const value = source[key];\n    if (typeof value === 'object') target[key] = merge(target[key] ?? {}, value); ⟵\n    else target[key] = value; ⟵\n  }\n  return target;\n}",
    quiet:
      "function merge(target, source) {\n  for (const key of Object.keys(source)) {\n    if (key === '__proto__') continue;\n    const value = source[key];\n    if (typeof value === 'object') target[key] = merge(target[key] ?? {}, value);\n    else target[key] = value;\n  }\n  return target;\n}",
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction update(ServerRequestInterface $request, Customer $customer) {\n  foreach ($request->getParsedBody() as $field => $value) {\n    $customer->{$field} = $value; ⟵\n  }\n}',
    quiet:
      "<?php\nfunction update(ServerRequestInterface $request, Customer $customer) {\n  foreach ($request->getParsedBody() as $field => $value) {\n    if (in_array($field, ['name'], true)) $customer->{$field} = $value;\n  }\n}",
  },
  {
    languages: ['rust'],
    asks: 'async fn patch(State(app): State<App>, Json(patch): Json<Map<String, Value>>) -> R {\n    let mut document = serde_json::to_value(&app.user)?;\n    for (key, value) in patch {\n        document[key] = value; ⟵\n    }\n    app.save(document)\n}',
    quiet:
      'async fn patch(State(app): State<App>, Json(patch): Json<Map<String, Value>>) -> R {\n    let mut document = serde_json::to_value(&app.user)?;\n    for (key, value) in patch {\n        if matches!(key.as_str(), "name" | "bio") {\n            document[key] = value;\n        }\n    }\n    app.save(document)\n}',
  },
];
