;;; What a person does in Emacs with eglot, and what they see of it: written as JSON to the file in $SEEN.  -*- lexical-binding: t -*-
;; With $END they do nothing but look and leave: `quit' as usual, `die' without a word to the server.

(require 'cl-lib)
(require 'flymake)
(require 'json)

(defvar patience 50 "Seconds.")
(defvar seen nil "What goes into the file.")
(defvar shown nil "What Emacs showed in its echo area.")

(setq eglot-confirm-server-initiated-edits nil
      eglot-send-changes-idle-time 0.01
      flymake-no-changes-timeout 0.01
      make-backup-files nil
      auto-save-default nil)

(advice-add 'message :before
            (lambda (format &rest args)
              (when format (push (apply #'format-message format args) shown))))

(defmacro wait-for (what &rest condition)
  "Let processes and timers run until CONDITION holds."
  `(let ((deadline (+ (float-time) patience)))
     (while (not (progn ,@condition))
       (when (< deadline (float-time)) (error "waited in vain for %s" ,what))
       (accept-process-output nil 0.02))))

(defun see (name value) (push (cons name value) seen))

(defun write-down ()
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode seen) nil (getenv "SEEN") nil 'silent)))

(defun diagnostics ()
  (vconcat
   (mapcar
    (lambda (one)
      (let ((spec (cdr (assoc 'eglot-lsp-diag (eglot--diag-data one)))))
        `((rule . ,(plist-get spec :code))
          (line . ,(1- (line-number-at-pos (flymake-diagnostic-beg one))))
          (message . ,(plist-get spec :message))
          (text . ,(buffer-substring-no-properties
                    (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))))
    (flymake-diagnostics))))

(defun has (rule &optional line text)
  (cl-some (lambda (one)
             (and (equal rule (alist-get 'rule one))
                  (or (null line) (= line (alist-get 'line one)))
                  (or (null text) (equal text (alist-get 'text one)))))
           (diagnostics)))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun at-line (line) (goto-char (point-min)) (forward-line line) (back-to-indentation))

(defun act (fits)
  "Ask for the actions at point as a person does, pick the one that FITS, answer all titles."
  (let ((last-nonmenu-event ?x) titles)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq titles (mapcar #'car items))
                 (cl-find-if (lambda (title) (string-match-p (regexp-quote fits) title)) titles))))
      (eglot-code-actions (point) (point) nil t))
    (vconcat titles)))

(defun changed ()
  "As at the end of a command."
  (eglot--signal-textDocument/didChange))

(find-file "src/store.js")
(run-hooks 'post-command-hook)
(wait-for "the server" (and (eglot-managed-p) (eglot-current-server)))
(let ((server (eglot-current-server)) (file (current-buffer)))
  (see 'pid (process-id (jsonrpc--process server)))
  (see 'commands (eglot--server-capable :executeCommandProvider :commands))
  (flymake-start)
  (wait-for "diagnostics" (has "missing-package"))
  (see 'diagnostics (diagnostics))
  (pcase (getenv "END")
    ("quit" (write-down) (eglot-shutdown server nil 30) (kill-emacs 0))
    ("die" (write-down) (signal-process (emacs-pid) 'KILL)))

  (switch-to-buffer file)
  (at-line 4)
  (let (hover)
    (eglot-hover-eldoc-function (lambda (info &rest _) (setq hover info)))
    (wait-for "the hover" hover)
    (see 'hover (substring-no-properties hover)))

  (let ((lenses (jsonrpc-request server :textDocument/codeLens
                                 (list :textDocument (eglot--TextDocumentIdentifier)))))
    (see 'lenses
         (vconcat
          (mapcar (lambda (lens)
                    (let ((command (plist-get (jsonrpc-request server :codeLens/resolve lens) :command)))
                      `((line . ,(plist-get (plist-get (plist-get lens :range) :start) :line))
                        (title . ,(plist-get command :title))
                        (command . ,(plist-get command :command)))))
                  lenses))))

  (see 'actions (act "Why does regex-semantics ask"))
  (wait-for "why" (cl-some (lambda (one) (string-match-p "Rule .regex-semantics" one)) shown))
  (at-line 10)
  (act "How to sign off centsOf")
  (wait-for "how to sign" (cl-some (lambda (one) (string-match-p "countersign sign " one)) shown))
  (see 'messages (vconcat (reverse shown)))

  (at-line 4)
  (act "Write `A-Za-z`")
  (see 'repaired (text))
  (changed)
  (wait-for "its end" (not (has "regex-semantics")))
  (see 'after_repair (diagnostics))

  (goto-char (point-min))
  (insert "// 😀 a note\n")
  (changed)
  (wait-for "the lines below" (has "unverified" 3))
  (at-line 4)
  (search-forward "', pad")
  (goto-char (match-beginning 0))
  (insert "🐢🐢")
  (changed)
  (see 'edited (text))
  (wait-for "what stands behind" (has "missing-package" 4 "require('left-pad-utils')"))

  (set-buffer-modified-p nil)
  (let ((process (jsonrpc--process server)))
    ;; What `eglot-shutdown' says to a server; but then it kills it, whatever the server does.
    (setf (eglot--shutdown-requested server) t)
    (jsonrpc-request server :shutdown nil)
    (jsonrpc-notify server :exit nil)
    (wait-for "the end of the server" (not (process-live-p process)))
    (see 'ended `((code . ,(process-exit-status process))))))
(write-down)
(kill-emacs 0)
