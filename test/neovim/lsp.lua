-- Runs inside Neovim, see run.mjs. Written for 0.7 and newer: older versions take diagnostics that are sent, newer ones
-- can ask for them, and every check below has to hold in both ways.
local command = vim.fn.json_decode(vim.env.MARKETLINT_COMMAND)
local files = vim.fn.json_decode(vim.env.MARKETLINT_FILES)
local patience = 20000

local failed = false

local function check(ok, what)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. what .. '\n')
  if not ok then failed = true end
  return ok
end

-- What follows makes no sense without it.
local function must(ok, what)
  if not check(ok, what) then vim.cmd('cquit 1') end
  return ok
end

local function code_of(diagnostic)
  return diagnostic.code or diagnostic.user_data.lsp.code
end

local function findings(buffer)
  return vim.tbl_filter(function(one) return one.source == 'marketlint' end, vim.diagnostic.get(buffer))
end

-- "line rule" of every finding, the first line is 1.
local function listed(buffer)
  local list = vim.tbl_map(function(one) return (one.lnum + 1) .. ' ' .. code_of(one) end, findings(buffer))
  table.sort(list)
  return table.concat(list, ', ')
end

local function find(buffer, rule, line)
  for _, one in ipairs(findings(buffer)) do
    if code_of(one) == rule and (not line or one.lnum + 1 == line) then return one end
  end
end

local function gone(buffer, rule, line)
  return vim.wait(patience, function() return find(buffer, rule, line) == nil end, 20)
end

local function there(buffer, rule, line)
  return vim.wait(patience, function() return find(buffer, rule, line) ~= nil end, 20)
end

local function line_of(buffer, line)
  return vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1] or ''
end

-- As docs/editors.md has it for the version that runs.
local function attach(buffer, running)
  local config = { name = 'marketlint', cmd = command, root_dir = vim.fn.getcwd() }
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = buffer }) end
  local id = running or vim.lsp.start_client(config)
  return id and vim.lsp.buf_attach_client(buffer, id) and id or nil
end

local function request(buffer, id, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, patience) or {}
  local answer = answers[id] or {}
  return answer.result, answer.error or answer.err
end

-- The columns are bytes and those of the protocol are not, so this holds for lines in ASCII.
local function range_of(diagnostic)
  return {
    start = { line = diagnostic.lnum, character = diagnostic.col },
    ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
  }
end

local function actions_at(buffer, id, diagnostic, kind)
  local range = range_of(diagnostic)
  local result = request(buffer, id, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = range,
    context = {
      only = { kind },
      diagnostics = { { range = range, message = diagnostic.message, source = diagnostic.source, code = code_of(diagnostic) } },
    },
  })
  return result or {}
end

local function action_titled(actions, pattern)
  for _, one in ipairs(actions) do
    if one.title:find(pattern) then return one end
  end
end

local function apply(id, action)
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
end

local function with_client(id, old_call, new_call)
  local client = vim.lsp.get_client_by_id(id)
  if not client then return true end
  if vim.fn.has('nvim-0.11') == 1 then return new_call(client) end
  return old_call(client)
end

-- Opens a file as a user does, and waits for what EXPECTED.json lists.
local id
local function open(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(file.path))
  local opened = vim.api.nvim_get_current_buf()
  id = attach(opened, id)
  must(id, 'Neovim attaches the server to ' .. vim.fn.fnamemodify(file.path, ':t'))
  table.sort(file.expected)
  local wanted = table.concat(file.expected, ', ')
  vim.wait(patience, function() return listed(opened) == wanted end, 20)
  must(listed(opened) == wanted, 'shows what EXPECTED.json lists, once each: ' .. listed(opened))
  return opened
end

local other = open(files[2])
local buffer = open(files[1])

-- Every rule that is shown at any moment from here on, however briefly.
local shown = {}
_G.marketlint_remember = function()
  for _, one in ipairs(findings(buffer)) do shown[code_of(one)] = true end
end
vim.cmd('autocmd DiagnosticChanged * lua marketlint_remember()')

local untouched = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)

-- Hover.
local cookie = find(buffer, 'cookie-missing-http-only')
local hover = request(buffer, id, 'textDocument/hover', {
  textDocument = { uri = vim.uri_from_bufnr(buffer) },
  position = { line = cookie.lnum, character = cookie.col },
})
local text = hover and hover.contents and hover.contents.value or ''
check(text:find('cookie%-missing%-http%-only'), 'hover names the rule')
check(text:find('%((MUST)%)') or text:find('%((SHOULD)%)'), 'hover quotes a requirement with its word')
check(request(buffer, id, 'textDocument/hover', {
  textDocument = { uri = vim.uri_from_bufnr(buffer) },
  position = { line = 0, character = 0 },
}) == nil, 'no hover where nothing is found')

-- A fix, undone and made again.
local last = vim.fn.max(vim.tbl_map(function(one)
  return code_of(one) == 'cookie-missing-http-only' and one.lnum + 1 or 0
end, findings(buffer)))
local finding = find(buffer, 'cookie-missing-http-only', last)
local actions = actions_at(buffer, id, finding, 'quickfix')
local fix = actions[1]
must(fix and fix.edit, 'offers a fix: ' .. (fix and fix.title or 'none'))
apply(id, fix)
check(gone(buffer, 'cookie-missing-http-only', last), 'the fix removes the finding: ' .. vim.trim(line_of(buffer, last)))
vim.cmd('silent undo')
check(vim.deep_equal(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), untouched), 'undo brings the text back')
check(there(buffer, 'cookie-missing-http-only', last), 'and with it the finding')
vim.cmd('silent redo')
check(gone(buffer, 'cookie-missing-http-only', last), 'redo removes it again')

-- A suppression.
local lines = vim.tbl_map(function(one) return code_of(one) == 'cookie-missing-secure' and one.lnum + 1 or 0 end, findings(buffer))
local secure = find(buffer, 'cookie-missing-secure', vim.fn.max(lines))
must(secure, 'another finding is left to suppress')
local line = secure.lnum + 1
local suppression = action_titled(actions_at(buffer, id, secure, 'quickfix'), '^Suppress cookie%-missing%-secure here')
must(suppression and suppression.edit, 'offers a suppression: ' .. (suppression and suppression.title or 'none'))
apply(id, suppression)
check(line_of(buffer, line):find('// marketlint%-disable%-next%-line cookie%-missing%-secure %-%- '), 'which is a comment: ' .. vim.trim(line_of(buffer, line)))
check(there(buffer, 'suppression-incomplete', line), 'without a reason the comment is a finding itself')
check(there(buffer, 'cookie-missing-secure', line + 1), 'and accepts nothing')
local comment = line_of(buffer, line):gsub('%-%- .*$', '-- the layout is no secret')
vim.api.nvim_buf_set_lines(buffer, line - 1, line, false, { comment })
check(gone(buffer, 'suppression-incomplete', line) and gone(buffer, 'cookie-missing-secure', line + 1), 'with a reason it accepts the finding')
vim.wait(1500, function() return false end, 20)

-- Broken code.
local before = listed(buffer)
local count = vim.api.nvim_buf_line_count(buffer)
vim.api.nvim_buf_set_lines(buffer, count, count, false, { 'const half = (' })
vim.wait(1500, function() return listed(buffer) ~= before end, 20)
check(before ~= '' and listed(buffer) == before, 'a line that is half typed changes nothing: ' .. before)
vim.api.nvim_buf_set_lines(buffer, count, count + 1, false, {})

-- All safe fixes at once.
local left = findings(buffer)[1]
local all = actions_at(buffer, id, left, 'source.fixAll.marketlint')[1]
must(all and all.edit, 'offers all safe fixes: ' .. (all and all.title or 'none'))
apply(id, all)
check(gone(buffer, 'cookie-missing-secure'), 'which it makes')
check(find(buffer, 'cookie-missing-http-only'), 'and leaves those that a person must look at: ' .. listed(buffer))

local rules = vim.tbl_keys(shown)
table.sort(rules)
check(table.concat(rules, ', ') == 'cookie-missing-http-only, cookie-missing-secure, suppression-incomplete',
  'at no moment another rule is shown: ' .. table.concat(rules, ', '))

vim.cmd('bwipeout!')
check(#findings(other) > 0 and #vim.diagnostic.get() == #findings(other), 'closing the file takes its findings along')
with_client(id, function(one) one.stop() end, function(one) one:stop() end)
check(vim.wait(patience, function()
  return with_client(id, function(one) return one.is_stopped() end, function(one) return one:is_stopped() end)
end, 20), 'the server ends with Neovim')
vim.cmd(failed and 'cquit 1' or 'cquit 0')
