import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Objects that are loaded first, and fields that are set by their names. */
export const massAssignmentExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'async function save(req, res) {\n  Object.assign(user, req.body); ⟵\n  await User.create(req.body); ⟵\n  await User.findByIdAndUpdate(req.params.id, { ...req.body }); ⟵\n  await prisma.user.update({ where: { id }, data: req.body }); ⟵\n  settings[req.body.key] = req.body.value; ⟵\n}\nfunction merge(target, source) {\n  for (const key in source) {\n    if (typeof source[key] === "object") merge(target[key], source[key]);\n    else target[key] = source[key]; ⟵\n  }\n}',
    quiet:
      'async function save(req, res) {\n  const { name, email } = req.body;\n  Object.assign(user, { name, email });\n  await User.create({ name: req.body.name });\n  await User.findByIdAndUpdate(req.params.id, { name });\n  if (!KEYS.includes(req.body.key)) return;\n  settings[req.body.key] = req.body.value;\n  res.json({ ...req.body });\n}\nfunction merge(target, source) {\n  for (const key in source) {\n    if (key === "__proto__" || key === "constructor") continue;\n    if (typeof source[key] === "object") merge(target[key], source[key]);\n    else target[key] = source[key];\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'def save(request):\n    user = User(**request.json) ⟵\n    data = request.get_json()\n    User.objects.create(**data) ⟵\n    for key, value in data.items():\n        setattr(user, key, value) ⟵\n    user.__dict__.update(data) ⟵',
    quiet:
      'def save(request):\n    data = request.get_json()\n    user = User(name=data["name"])\n    form = UserForm(**UserSchema().load(data))\n    for key in FIELDS:\n        setattr(user, key, data[key])\n    for key, value in data.items():\n        if key in FIELDS:\n            setattr(user, key, value)',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc save(c *gin.Context) {\n\tvar user models.User\n\tc.ShouldBindJSON(&user)\n\tdb.Create(&user) ⟵\n}\n\nfunc patch(c *gin.Context) {\n\tvar fields map[string]interface{}\n\tc.BindJSON(&fields)\n\tdb.Model(&models.User{}).Updates(fields) ⟵\n}',
    quiet:
      'package a\n\nfunc save(c *gin.Context) {\n\tvar input CreateUserInput\n\tc.ShouldBindJSON(&input)\n\tuser := models.User{Name: input.Name}\n\tdb.Create(&user)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn save(Json(user): Json<User>, db: Db) {\n    diesel::insert_into(users).values(&user).execute(&db); ⟵\n    diesel::update(users.find(1)).set(&user).execute(&db); ⟵\n}',
    quiet:
      'async fn save(Json(input): Json<NewUser>, db: Db) {\n    diesel::insert_into(users).values(&input).execute(&db);\n}',
  },
  {
    languages: ['java'],
    asks: 'class Users {\n  @PostMapping("/users")\n  User save(@RequestBody User user) {\n    return users.save(user); ⟵\n  }\n  void copy(HttpServletRequest req, User user) throws Exception {\n    BeanUtils.populate(user, req.getParameterMap()); ⟵\n  }\n}',
    quiet:
      'class Users {\n  @PostMapping("/users")\n  User save(@RequestBody UserDto dto) {\n    User user = new User(dto.getName());\n    return users.save(user);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class UsersController : Controller {\n  public async Task<IActionResult> Save([FromBody] User user) {\n    db.Users.Add(user); ⟵\n    return Ok();\n  }\n  public async Task Edit(int id) {\n    var user = await db.Users.FindAsync(id);\n    await TryUpdateModelAsync(user); ⟵\n  }\n}',
    quiet:
      'class UsersController : Controller {\n  public async Task<IActionResult> Save([FromBody] UserDto dto) {\n    db.Users.Add(new User { Name = dto.Name });\n    return Ok();\n  }\n  public async Task Edit(int id) {\n    var user = await db.Users.FindAsync(id);\n    await TryUpdateModelAsync(user, "", u => u.Name, u => u.Email);\n  }\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def save\n  user = User.new(params[:user]) ⟵\n  user.update(params.permit!) ⟵\n  user.assign_attributes(params[:user].to_unsafe_h) ⟵\nend',
    quiet:
      'def save\n  user = User.new(params.require(:user).permit(:name, :email))\n  user.update(name: params[:name])\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction save(Request $request) {\n  $user = User::create($request->all()); ⟵\n  $user->fill($request->input()); ⟵\n  extract($_POST); ⟵\n  foreach ($_POST as $key => $value) {\n    $user->$key = $value; ⟵\n  }\n}',
    quiet:
      "<?php\nfunction save(Request $request) {\n  $user = User::create($request->only(['name', 'email']));\n  $user->fill($request->validated());\n  $name = $_POST['name'];\n  $user->name = $name;\n}",
  },
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
