// Answers `test/oracle/engine/lineProcess.ts`: the tree of go/parser without positions and comments.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strconv"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		source := make([]byte, base64.StdEncoding.DecodedLen(len(line)))
		n, err := base64.StdEncoding.Decode(source, bytes.TrimSpace(line))
		mark, answer := "=", []byte(nil)
		if err == nil {
			answer, err = tree(source[:n])
		}
		if err != nil {
			mark, answer = "!", []byte(err.Error())
		}
		fmt.Fprintf(out, "%s%s\n", mark, base64.StdEncoding.EncodeToString(answer))
		out.Flush()
	}
}

func tree(source []byte) ([]byte, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "unit.go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var to bytes.Buffer
	write(&to, reflect.ValueOf(file))
	return to.Bytes(), nil
}

var position = reflect.TypeOf(token.NoPos)

// Positions tell two things apart that nothing else does: whether they are there at all.
var kept = map[string]bool{
	"Ellipsis": true, // f(a...)
	"Assign":   true, // type A = B
	"Lparen":   true, // var ( … )
	"Arrow":    true, // chan<-
	"Func":     true, // func types
}

func write(to *bytes.Buffer, value reflect.Value) {
	switch value.Kind() {
	case reflect.Interface, reflect.Ptr:
		if value.IsNil() {
			to.WriteString("nil ")
			return
		}
		write(to, value.Elem())
	case reflect.Slice:
		to.WriteString("[")
		for i := 0; i < value.Len(); i++ {
			write(to, value.Index(i))
		}
		to.WriteString("]")
	case reflect.Struct:
		writeStruct(to, value)
	case reflect.String:
		to.WriteString(strconv.Quote(value.String()) + " ")
	default:
		fmt.Fprintf(to, "%v ", value.Interface())
	}
}

func writeStruct(to *bytes.Buffer, value reflect.Value) {
	kind := value.Type()
	to.WriteString(kind.Name() + "{")
	for i := 0; i < value.NumField(); i++ {
		field := kind.Field(i)
		switch field.Name {
		case "Doc", "Comment", "Comments", "Scope", "Unresolved", "Imports", "Obj", "Implicit", "Incomplete":
			continue
		}
		if field.Type == position {
			if kept[field.Name] {
				fmt.Fprintf(to, "%s:%v ", field.Name, value.Field(i).Int() != 0)
			}
			continue
		}
		to.WriteString(field.Name + ":")
		write(to, value.Field(i))
	}
	to.WriteString("}")
}
