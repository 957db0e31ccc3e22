import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const silentErrorPathExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'app.get("/users", async (req, res) => {\n  try {\n    res.json(await db.query(ALL));\n  } catch (error) { ⟵\n    res.status(500).json({ error: "internal error" });\n  }\n});\napp.get("/old", (req, res) => {\n  fs.readFile(path, (err, data) => {\n    if (err) return res.sendStatus(500); ⟵\n    res.send(data);\n  });\n});',
    quiet:
      'app.get("/users", async (req, res) => {\n  try {\n    res.json(await db.query(ALL));\n  } catch (error) {\n    logger.error(error);\n    res.status(500).json({ error: "internal error" });\n  }\n});\napp.get("/old", (req, res) => {\n  fs.readFile(path, (err, data) => {\n    if (err) return res.sendStatus(404);\n    res.send(data);\n  });\n});',
  },
  {
    languages: ['python'],
    asks: '@app.get("/users")\ndef users():\n    try:\n        return db.query(ALL)\n    except Exception: ⟵\n        return jsonify(error="internal error"), 500',
    quiet:
      '@app.get("/users")\ndef users():\n    try:\n        return db.query(ALL)\n    except Exception:\n        logger.exception("users")\n        return jsonify(error="internal error"), 500',
  },
  {
    languages: ['go'],
    asks: 'func Users(w http.ResponseWriter, r *http.Request) {\n\tusers, err := db.Query(all)\n\tif err != nil { ⟵\n\t\thttp.Error(w, "internal error", http.StatusInternalServerError)\n\t\treturn\n\t}\n\trender(w, users)\n}',
    quiet:
      'func Users(w http.ResponseWriter, r *http.Request) {\n\tusers, err := db.Query(all)\n\tif err != nil {\n\t\tlog.Printf("users: %v", err)\n\t\thttp.Error(w, "internal error", http.StatusInternalServerError)\n\t\treturn\n\t}\n\trender(w, users)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn users(State(db): State<Pool>) -> Result<Json<Vec<User>>, StatusCode> {\n    let found = db.query(ALL).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?; ⟵\n    match render(found).await {\n        Ok(page) => Ok(page),\n        Err(_) => Err(StatusCode::BAD_GATEWAY), ⟵\n    }\n}',
    quiet:
      'async fn users(State(db): State<Pool>) -> Result<Json<Vec<User>>, StatusCode> {\n    let found = db.query(ALL).await.map_err(|error| {\n        tracing::error!(%error, "users");\n        StatusCode::INTERNAL_SERVER_ERROR\n    })?;\n    Ok(Json(found))\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  ResponseEntity<?> users() {\n    try {\n      return ResponseEntity.ok(repository.findAll());\n    } catch (Exception e) { ⟵\n      return ResponseEntity.status(500).body("internal error");\n    }\n  }\n}',
    quiet:
      'class A {\n  ResponseEntity<?> users() {\n    try {\n      return ResponseEntity.ok(repository.findAll());\n    } catch (Exception e) {\n      log.error("users", e);\n      return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body("internal error");\n    }\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  public async Task<IActionResult> Users() {\n    try {\n      return Ok(await db.Users.ToListAsync());\n    }\n    catch (Exception) ⟵\n    {\n      return StatusCode(500, "internal error");\n    }\n  }\n}',
    quiet:
      'class A {\n  public async Task<IActionResult> Users() {\n    try {\n      return Ok(await db.Users.ToListAsync());\n    }\n    catch (Exception e)\n    {\n      _logger.LogError(e, "users");\n      return StatusCode(500, "internal error");\n    }\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void users(const Request& req, Response& res) {\n  try {\n    res.body = db.query(all);\n  } catch (const std::exception& e) { ⟵\n    res.status = 500;\n  }\n}',
    quiet:
      'void users(const Request& req, Response& res) {\n  try {\n    res.body = db.query(all);\n  } catch (const std::exception& e) {\n    spdlog::error("users: {}", e.what());\n    res.status = 500;\n  }\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def users\n  render json: client.get("/users")\nrescue StandardError => e ⟵\n  render json: { error: "internal error" }, status: :internal_server_error\nend',
    quiet:
      'def users\n  render json: client.get("/users")\nrescue StandardError => e\n  Rails.logger.error(e)\n  render json: { error: "internal error" }, status: :internal_server_error\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction users() {\n  try {\n    return response()->json($this->db->query("SELECT 1"));\n  } catch (\\Exception $e) { ⟵\n    return response()->json(["error" => "internal error"], 500);\n  }\n}',
    quiet:
      '<?php\nfunction users() {\n  try {\n    return response()->json($this->db->query("SELECT 1"));\n  } catch (\\Exception $e) {\n    Log::error($e->getMessage());\n    return response()->json(["error" => "internal error"], 500);\n  }\n}',
  },
  {
    languages: ['python'],
    asks: "@router.post('/capture')\nasync def capture(gateway):\n    logger.info('capturing')\n    try:\n        result = await gateway.capture()\n    except GatewayError: ⟵\n        raise HTTPException(status_code=502, detail='failed')\n    return result\n",
    quiet:
      "@router.post('/capture')\nasync def capture(gateway):\n    try:\n        result = await gateway.capture()\n    except GatewayError:\n        logger.exception('capture failed')\n        raise HTTPException(status_code=502, detail='failed')\n    return result\n",
  },
  {
    languages: ['csharp'],
    asks: 'app.MapPost("/labels", async (Request request, IPrinter printer) => {\n  try {\n    await printer.PrintAsync(request);\n    return Results.NoContent();\n  } catch (PrinterException) { ⟵\n    return Results.Problem("The printer does not answer.");\n  }\n});\n',
    quiet:
      'app.MapPost("/labels", async (Request request, IPrinter printer, ILogger log) => {\n  try {\n    await printer.PrintAsync(request);\n    return Results.NoContent();\n  } catch (PrinterException e) {\n    log.LogError(e, "printing failed");\n    return Results.Problem("The printer does not answer.");\n  }\n});\n',
  },
  {
    languages: ['rust'],
    asks: '#[post("/subscriptions")]\nasync fn subscribe(form: Form, pool: Data<Pool>) -> HttpResponse {\n    if insert(&pool, &form).await.is_err() { ⟵\n        return HttpResponse::InternalServerError().finish();\n    }\n    HttpResponse::Ok().finish()\n}\n',
    quiet:
      '#[post("/subscriptions")]\nasync fn subscribe(form: Form, pool: Data<Pool>) -> HttpResponse {\n    if let Err(e) = insert(&pool, &form).await {\n        tracing::error!("insert failed: {e}");\n        return HttpResponse::InternalServerError().finish();\n    }\n    HttpResponse::Ok().finish()\n}\n',
  },
  {
    languages: ['typescript'],
    asks: "class Quotes {\n  async quote(symbol: string) {\n    try {\n      return await this.market.quote(symbol);\n    } catch { ⟵\n      throw new ServiceUnavailableException('no quotes');\n    }\n  }\n}",
    quiet:
      "class Quotes {\n  async quote(symbol: string) {\n    try {\n      return await this.market.quote(symbol);\n    } catch (error) {\n      this.logger.error('no quotes', error);\n      throw new ServiceUnavailableException('no quotes');\n    }\n  }\n}",
  },
  {
    languages: ['ruby'],
    asks: `def call(env)
  @app.call(env)
rescue StandardError => e ⟵
  [500, {}, ['sorry']]
end`,
    quiet: `def call(env)
  @app.call(env)
rescue StandardError => e
  env[RACK_ERRORS].puts(dump(e))
  [500, {}, ['sorry']]
end
def page(env)
  @app.call(env)
rescue App::NotFound
  [404, {}, [' ' * 500]]
end`,
  },
  {
    languages: ['javascript'],
    asks: `async function show(req, res) {
  try { await load(req); }
  catch (e) { return res.status(500).send('error'); } ⟵
}`,
    quiet: `async function show(req, res) {
  try { await load(req); }
  catch (e) {
    self.apos.util.error('it failed', e);
    return res.status(500).send('error');
  }
}`,
  },
  {
    languages: ['go'],
    asks: `func show(w http.ResponseWriter, r *http.Request) {
	err := load(r)
	if err != nil { ⟵
		http.Error(w, "sorry", http.StatusInternalServerError)
	}
}`,
    quiet: `func show(w http.ResponseWriter, r *http.Request) error {
	err := load(r)
	if err != nil {
		return caddy.APIError{
			HTTPStatus: http.StatusInternalServerError,
			Err:        err,
		}
	}
	err = save(r)
	if err != nil {
		fs.Errorf(nil, "failed: %v", err)
		return fail(http.StatusInternalServerError)
	}
	return nil
}`,
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction subscribe($email) {\n  try {\n    $this->client->subscribe($email);\n  } catch (TransportException $e) { ⟵\n    $this->addFlash('error', 'failed');\n    return $this->redirectToRoute('home');\n  }\n}",
    quiet:
      "<?php\nfunction subscribe($email) {\n  try {\n    $this->client->subscribe($email);\n  } catch (InvalidEmail $e) {\n    $this->addFlash('error', 'invalid');\n    return $this->redirectToRoute('home');\n  }\n}",
  },
];
