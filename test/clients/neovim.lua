-- What a person does in Neovim, and what they see of it: written as JSON to the file in $SEEN. With
-- $END they do nothing but look and leave: `quit` as usual, `die` without a word to the server.
local seen = {}
local PATIENCE_MS = 20000

local function wait_for(what, condition)
  if vim.wait(PATIENCE_MS, condition, 10) then return end
  io.stderr:write('\nwaited in vain for ' .. what .. '\n' .. vim.fn.execute('messages') .. '\n')
  vim.cmd('cquit 3')
end

local function buffer()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function diagnostics()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    table.insert(found, {
      rule = one.user_data.lsp.code,
      line = one.lnum,
      severity = one.severity,
      message = one.message,
      text = table.concat(text, '\n'),
    })
  end
  return found
end

local function has(rule, line)
  for _, one in ipairs(diagnostics()) do
    if one.rule == rule and (line == nil or one.line == line) then return true end
  end
  return false
end

local function messages()
  return vim.fn.execute('messages')
end

--- Asks for the actions at the cursor, keeps their titles, and takes the one that fits.
local function act(fits)
  local titles
  vim.ui.select = function(items, opts, choose)
    titles = {}
    local chosen
    for _, item in ipairs(items) do
      local title = opts.format_item(item)
      table.insert(titles, title)
      if title:find(fits, 1, true) then chosen = item end
    end
    choose(chosen)
  end
  vim.lsp.buf.code_action()
  wait_for('code actions', function() return titles ~= nil end)
  return titles
end

wait_for('the server', function()
  local _, client = next(vim.lsp.buf_get_clients(0))
  return client ~= nil and client.initialized
end)
local _, client = next(vim.lsp.buf_get_clients(0))
seen.pid = client.rpc.pid
seen.commands = client.server_capabilities.executeCommandProvider.commands
wait_for('diagnostics', function() return has('missing-package') end)
seen.diagnostics = diagnostics()
if vim.env.END then
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.SEEN)
  if vim.env.END == 'quit' then vim.cmd('qall!') end
  vim.loop.kill(vim.loop.os_getpid(), 'sigkill')
end

vim.api.nvim_win_set_cursor(0, { 5, 3 })
vim.lsp.buf.hover()
local function float()
  for _, win in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(win).relative ~= '' then return win end
  end
end
wait_for('the hover', float)
local hover = float()
seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(hover), 0, -1, true)
vim.api.nvim_win_close(hover, true)

vim.lsp.codelens.refresh()
wait_for('lenses', function()
  local lenses = vim.lsp.codelens.get(0)
  if #lenses == 0 then return false end
  for _, lens in ipairs(lenses) do
    if not lens.command then return false end
  end
  return true
end)
seen.lenses = {}
for _, lens in ipairs(vim.lsp.codelens.get(0)) do
  local shown = { line = lens.range.start.line, title = lens.command.title, command = lens.command.command }
  table.insert(seen.lenses, shown)
end
vim.api.nvim_win_set_cursor(0, { 11, 0 })
vim.lsp.codelens.run()
wait_for('how to sign', function() return messages():find('countersign sign ', 1, true) end)

vim.api.nvim_win_set_cursor(0, { 5, 3 })
seen.actions = act('Why does regex-semantics ask')
wait_for('why', function() return messages():find('Rule `regex-semantics`', 1, true) end)
seen.messages = messages()

act('Write `A-Za-z`')
wait_for('the repair', function() return buffer():find('A-Za-z', 1, true) end)
wait_for('its end', function() return not has('regex-semantics') end)
seen.repaired = buffer()
seen.after_repair = diagnostics()

vim.cmd('normal! ggO// 😀 a note')
wait_for('the lines below', function() return has('unverified', 3) end)
vim.cmd([[silent 5substitute/', pad/🐢🐢', pad/]])
seen.edited = buffer()
wait_for('what stands behind', function()
  for _, one in ipairs(diagnostics()) do
    if one.rule == 'missing-package' and one.text == "require('left-pad-utils')" then return true end
  end
  return false
end)
vim.cmd('silent undo 0')
wait_for('the first text', function() return has('regex-semantics', 4) and has('missing-package', 3) end)
seen.undone = buffer()

client.config.on_exit = function(code, signal) seen.ended = { code = code, signal = signal } end
client.stop()
wait_for('the end of the server', function() return seen.ended ~= nil end)

vim.fn.writefile({ vim.json.encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
