import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What the rule `missing-auth` finds, and its repairs. */
export const missingAuthExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: `router.get('/orders', requireUser, listOrders);
router.post('/orders', requireUser, addOrder);
router.put('/orders/:id', requireUser, editOrder);
router.delete('/orders/:id', removeOrder); ⟵
router.get('/health', health);`,
    quiet: `router.get('/orders', requireUser, listOrders);
router.post('/orders', requireUser, addOrder);
router.put('/orders/:id', requireUser, editOrder);
router.delete('/orders/:id', requireUser, removeOrder);
router.get('/health', health);`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `export async function list(req, res) {
  const user = await requireUser(req);
  res.json(await orders.of(user));
}
export async function add(req, res) {
  const user = await requireUser(req);
  res.json(await orders.add(user, req.body));
}
export async function edit(req, res) {
  const user = await requireUser(req);
  res.json(await orders.edit(user, req.body));
}
export async function remove(req, res) { ⟵
  res.json(await orders.remove(req.params.id));
}`,
    quiet: `router.use(requireUser);
router.get('/orders', listOrders);
router.post('/orders', addOrder);
router.put('/orders/:id', requireAdmin, editOrder);
router.post('/shops', requireAdmin, editShop);
router.put('/shops/:id', requireAdmin, editShop);
router.delete('/orders/:id', removeOrder);`,
  },
  {
    languages: ['python'],
    asks: `@app.get("/orders")
@login_required
def list_orders():
    return orders.all()

@app.post("/orders")
@login_required
def add_order():
    return orders.add(request.json)

@app.put("/orders/<id>")
@login_required
def edit_order(id):
    return orders.edit(id, request.json)

@app.delete("/orders/<id>") ⟵
def remove_order(id):
    return orders.remove(id)`,
    quiet: `@app.get("/orders")
async def list_orders(user=Depends(get_current_user)):
    return orders.all()

@app.post("/orders")
async def add_order(user=Depends(get_current_user)):
    return orders.add(request.json)

@app.put("/orders/<id>")
async def edit_order(id, user=Depends(get_current_user)):
    return orders.edit(id, request.json)

@app.delete("/orders/<id>")
async def remove_order(id, user=Depends(get_current_user)):
    return orders.remove(id)

@app.post("/login")
async def login():
    return sign_in()`,
  },
  {
    languages: ['go'],
    asks: `package a

func routes(r *gin.Engine) {
	r.GET("/orders", requireUser, list)
	r.POST("/orders", requireUser, add)
	r.PUT("/orders/:id", requireUser, edit)
	r.DELETE("/orders/:id", remove) ⟵
}`,
    quiet: `package a

func routes(r *gin.Engine) {
	r.GET("/orders", requireUser, list)
	r.POST("/orders", requireUser, add)
	r.PUT("/orders/:id", requireUser, edit)
	r.DELETE("/orders/:id", requireUser, remove)
}`,
  },
  {
    languages: ['rust'],
    asks: `#[get("/orders")]
async fn list(user: AuthUser) -> Response { all(user) }
#[post("/orders")]
async fn add(user: AuthUser, form: Form) -> Response { put(user, form) }
#[put("/orders/{id}")]
async fn edit(user: AuthUser, form: Form) -> Response { put(user, form) }
#[delete("/orders/{id}")] ⟵
async fn remove(id: Path<u32>) -> Response { drop(id) }`,
    quiet: `#[get("/orders")]
async fn list(user: AuthUser) -> Response { all(user) }
#[post("/orders")]
async fn add(user: AuthUser, form: Form) -> Response { put(user, form) }
#[put("/orders/{id}")]
async fn edit(user: AuthUser, form: Form) -> Response { put(user, form) }
#[delete("/orders/{id}")]
async fn remove(user: AuthUser, id: Path<u32>) -> Response { drop(id) }`,
  },
  {
    languages: ['java'],
    asks: `class Orders {
  @GetMapping("/orders") @PreAuthorize("hasRole('USER')")
  public List<Order> list() { return all(); }
  @PostMapping("/orders") @PreAuthorize("hasRole('USER')")
  public Order add(Order o) { return save(o); }
  @PutMapping("/orders/{id}") @PreAuthorize("hasRole('USER')")
  public Order edit(Order o) { return save(o); }
  @DeleteMapping("/orders/{id}") ⟵
  public void remove(long id) { drop(id); }
}`,
    quiet: `@PreAuthorize("hasRole('USER')")
class Orders {
  @GetMapping("/orders") @PreAuthorize("hasRole('USER')")
  public List<Order> list() { return all(); }
  @PostMapping("/orders") @PreAuthorize("hasRole('USER')")
  public Order add(Order o) { return save(o); }
  @PutMapping("/orders/{id}") @PreAuthorize("hasRole('USER')")
  public Order edit(Order o) { return save(o); }
  @DeleteMapping("/orders/{id}")
  public void remove(long id) { drop(id); }
}`,
  },
  {
    languages: ['csharp'],
    asks: `class Orders {
  [HttpGet] [Authorize] public List<Order> List() { return All(); }
  [HttpPost] [Authorize] public Order Add(Order o) { return Save(o); }
  [HttpPut("{id}")] [Authorize] public Order Edit(Order o) { return Save(o); }
  [HttpDelete("{id}")] public void Remove(long id) { Drop(id); } ⟵
}`,
    quiet: `class Orders {
  [HttpGet] [Authorize] public List<Order> List() { return All(); }
  [HttpPost] [Authorize] public Order Add(Order o) { return Save(o); }
  [HttpPut("{id}")] [Authorize] public Order Edit(Order o) { return Save(o); }
  [HttpDelete("{id}")] [AllowAnonymous] public void Remove(long id) { Drop(id); }
}`,
  },
  {
    languages: ['cpp'],
    asks: `void list(const Request& req, Response& res) { requireUser(req); res.send(all()); }
void add(const Request& req, Response& res) { requireUser(req); res.send(put(req)); }
void edit(const Request& req, Response& res) { requireUser(req); res.send(put(req)); }
void removeOne(const Request& req, Response& res) { res.send(drop(req)); } ⟵`,
    quiet: `void list(const Request& req, Response& res) { requireUser(req); res.send(all()); }
void add(const Request& req, Response& res) { requireUser(req); res.send(put(req)); }
void edit(const Request& req, Response& res) { requireUser(req); res.send(put(req)); }
void removeOne(const Request& req, Response& res) { requireUser(req); res.send(drop(req)); }`,
  },
  {
    languages: ['ruby'],
    asks: `class OrdersController < ApplicationController
  before_action :authenticate_user!, only: [:show, :create, :update]
  def show
    render json: order
  end
  def create
    render json: add
  end
  def update
    render json: edit
  end
  def destroy ⟵
    order.destroy
  end
  private
  def order
    Order.find(params[:id])
  end
end`,
    quiet: `class OrdersController < ApplicationController
  before_action :authenticate_user!
  def show
    render json: order
  end
  def create
    render json: add
  end
  def update
    render json: edit
  end
  def destroy
    order.destroy
  end
end`,
  },
  {
    languages: ['php'],
    asks: `<?php
Route::get('/orders', 'list')->middleware('auth');
Route::post('/orders', 'add')->middleware('auth');
Route::put('/orders/{id}', 'edit')->middleware('auth');
Route::delete('/orders/{id}', 'remove'); ⟵`,
    quiet: `<?php
Route::get('/orders', 'list')->middleware('auth');
Route::post('/orders', 'add')->middleware('auth');
Route::put('/orders/{id}', 'edit')->middleware('auth');
Route::delete('/orders/{id}', 'remove')->middleware('auth');
Route::get('/health', 'health');`,
  },
  {
    languages: ['tsx', 'javascript'],
    asks: 'export const routes = (\n  <Routes>\n    <Route path="/orders" element={<RequireUser><Orders /></RequireUser>} />\n    <Route path="/carts" element={<RequireUser><Carts /></RequireUser>} />\n    <Route path="/invoices" element={<RequireUser><Invoices /></RequireUser>} />\n    <Route path="/admin" element={<Admin />} /> ⟵\n    <Route path="/login" element={<SignIn />} />\n  </Routes>\n);\n',
    quiet:
      'export const routes = (\n  <Routes>\n    <Route path="/orders" element={<RequireUser><Orders /></RequireUser>} />\n    <Route path="/carts" element={<RequireUser><Carts /></RequireUser>} />\n    <Route path="/invoices" element={<RequireUser><Invoices /></RequireUser>} />\n    <Route element={<RequireUser />}>\n      <Route path="/admin" element={<Admin />} />\n    </Route>\n    <Route path="/login" element={<SignIn />} />\n  </Routes>\n);\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Shop < Sinatra::Base\n  get("/orders") { require_user; json Order.all }\n  post("/orders") { require_user; json Order.create(params) }\n  get("/carts") { require_user; json Cart.all }\n  delete("/orders/:id") { Order.destroy(params[:id]) } ⟵\nend\n',
    quiet:
      'class Shop < Sinatra::Base\n  get("/orders") { require_user; json Order.all }\n  post("/orders") { require_user; json Order.create(params) }\n  get("/carts") { require_user; json Cart.all }\n  delete("/orders/:id") { require_user; Order.destroy(params[:id]) }\nend\n',
  },
  {
    languages: ['tsx', 'javascript'],
    asks: 'export const routes = (\n  <Switch>\n    <PrivateRoute path="/a" component={A} />\n    <PrivateRoute path="/b" component={B} />\n    <PrivateRoute path="/c" component={C} />\n    <Route path="/d" component={D} /> ⟵\n  </Switch>\n);\n',
    quiet:
      'export const routes = (\n  <Switch>\n    <PrivateRoute path="/a" component={A} />\n    <PrivateRoute path="/b" component={B} />\n    <PrivateRoute path="/c" component={C} />\n    <PrivateRoute path="/d" component={D} />\n  </Switch>\n);\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (s *Server) Routes(r chi.Router) {\n\tr.Get("/health", s.health)\n\tr.With(s.requireSession).Get("/projects", s.list)\n\tr.With(s.requireSession).Post("/projects", s.create)\n\tr.With(s.requireSession).Get("/projects/{id}", s.show)\n\tr.Put("/projects/{id}/status", s.change) ⟵\n}\n',
    quiet:
      'package a\n\nfunc (s *Server) Routes(r chi.Router) {\n\tr.Get("/health", s.health)\n\tr.Get("/status", s.status)\n\tr.With(s.requireSession).Get("/projects", s.list)\n\tr.With(s.requireSession).Post("/projects", s.create)\n\tr.With(s.requireSession).Get("/projects/{id}", s.show)\n\tr.With(s.requireSession).Put("/projects/{id}/status", s.change)\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Employees {\n  @GET\n  @RolesAllowed("hr")\n  public List<Employee> all() { return employees.all(); }\n\n  @GET\n  @Path("/{id}")\n  @RolesAllowed("hr")\n  public Employee one(long id) { return employees.get(id); }\n\n  @PUT ⟵\n  @Path("/{id}/salary")\n  public void raise(long id) { employees.raise(id); }\n\n  @POST\n  @RolesAllowed("hr")\n  public Employee hire(NewEmployee one) { return employees.hire(one); }\n}\n',
    quiet:
      'class Employees {\n  @GET\n  @RolesAllowed("hr")\n  public List<Employee> all() { return employees.all(); }\n\n  @GET\n  @Path("/{id}")\n  @RolesAllowed("hr")\n  public Employee one(long id) { return employees.get(id); }\n\n  @PUT\n  @Path("/{id}/salary")\n  @RolesAllowed("hr")\n  public void raise(long id) { employees.raise(id); }\n\n  @POST\n  @RolesAllowed("hr")\n  public Employee hire(NewEmployee one) { return employees.hire(one); }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void routes(crow::App<AuthMiddleware>& app) {\n  CROW_ROUTE(app, "/a").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return a(); });\n  CROW_ROUTE(app, "/b").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return b(); });\n  CROW_ROUTE(app, "/c").methods("POST"_method)([&] { return c(); }); ⟵\n  CROW_ROUTE(app, "/d").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return d(); });\n}\n',
    quiet:
      'void routes(crow::App<AuthMiddleware>& app) {\n  CROW_ROUTE(app, "/a").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return a(); });\n  CROW_ROUTE(app, "/b").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return b(); });\n  CROW_ROUTE(app, "/c").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return c(); });\n  CROW_ROUTE(app, "/d").CROW_MIDDLEWARES(app, AuthMiddleware)([&] { return d(); });\n}\n',
  },
];
