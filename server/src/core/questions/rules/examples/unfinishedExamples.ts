import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Code that is not finished, and the same finished. */
export const unfinishedExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function pay(order) {\n  // TODO: check the card ⟵\n  const fee = 3;\n  // ... existing code ... ⟵\n  return fee; // in a real application, ask the bank ⟵\n}\nfunction refund(order) {\n  throw new Error("Not implemented"); ⟵\n}\nfunction sendReceipt(order) {} ⟵\nfunction validateCard(card) {\n  return true; ⟵\n}\nfunction isPaid(order) {\n  // the bank says so\n  return true; // for now ⟵\n}\n',
    quiet:
      'function pay(order) {\n  // What is still to be done is in the list of todo items.\n  const fee = 3;\n  return charge(order, fee);\n}\nfunction refund(order) {\n  throw new Error("Orders of last year cannot be refunded");\n}\nfunction noop() {}\nconst sink = { sendReceipt() {}, saveOrder: () => {} };\nfunction sendReceipt(order) {\n  // Shops of this kind print their receipts themselves.\n}\nfunction validateCard(card) {\n  return card.number.length === 16;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def pay(order):\n    # TODO: check the card ⟵\n    charge(order)\n\ndef refund(order):\n    raise NotImplementedError ⟵\n\ndef send_receipt(order): ⟵\n    """Sends it."""\n    pass\n\nclass Shop:\n    def close(self):\n        raise NotImplementedError("not implemented yet") ⟵\n',
    quiet:
      'from abc import abstractmethod\n\ndef pay(order):\n    charge(order)\n\nclass Shop:\n    def close(self):\n        raise NotImplementedError("Subclasses must implement this")\n\n    @abstractmethod\n    def send_receipt(self):\n        ...\n\nclass Quiet(Shop):\n    def send_receipt(self):\n        pass\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc pay(o Order) error {\n\t// TODO: check the card ⟵\n\treturn errors.New("not implemented") ⟵\n}\n\nfunc refund(o Order) {\n\tpanic("implement me") ⟵\n}\n\nfunc sendReceipt(o Order) {} ⟵\n',
    quiet:
      'package a\n\nfunc pay(o Order) error {\n\treturn errors.New("no card")\n}\n\nfunc refund(o Order) {\n\tpanic("unknown state")\n}\n\nfunc sendReceipt(o Order) {\n\t// Shops of this kind print their receipts.\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn pay(o: &Order) -> u32 {\n    // FIXME: check the card ⟵\n    todo!() ⟵\n}\n\nfn refund(o: &Order) {\n    unimplemented!("later") ⟵\n}\n\nfn send_receipt(o: &Order) {} ⟵\n',
    quiet:
      'fn pay(o: &Order) -> u32 {\n    o.charge()\n}\n\nimpl Sink for Null {\n    fn send_receipt(&self, o: &Order) {}\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Shop {\n  int pay(Order o) {\n    // your code here ⟵\n    return 0;\n  }\n  void refundOrder(Order o) {\n    throw new UnsupportedOperationException(); ⟵\n  }\n  void close() {\n    throw new UnsupportedOperationException("Not supported yet."); ⟵\n  }\n  void sendReceipt(Order o) {} ⟵\n}\n',
    quiet:
      'class Shop implements Store {\n  int pay(Order o) {\n    return o.charge();\n  }\n  @Override\n  public void refundOrder(Order o) {\n    throw new UnsupportedOperationException();\n  }\n  @Override\n  public void sendReceipt(Order o) {}\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Shop {\n  int Pay(Order o) {\n    throw new NotImplementedException(); ⟵\n  }\n  void SendReceipt(Order o) { } ⟵\n  bool ValidateCard(Card c) => true; ⟵\n}\n',
    quiet:
      'class Shop {\n  int Pay(Order o) {\n    throw new NotSupportedException();\n  }\n  protected virtual void SendReceipt(Order o) { }\n  bool ValidateCard(Card c) => c.IsKnown;\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'int pay(const Order& o) {\n  // TODO(me): check the card ⟵\n  throw std::logic_error("not implemented"); ⟵\n}\nvoid sendReceipt(const Order& o) {} ⟵\n',
    quiet:
      'int pay(const Order& o) {\n  return o.charge();\n}\nstruct Sink {\n  virtual void sendReceipt(const Order& o) {}\n};\n',
  },
  {
    languages: ['ruby'],
    asks: 'def pay(order)\n  # TODO: check the card ⟵\n  raise NotImplementedError ⟵\nend\n\ndef send_receipt(order) ⟵\nend\n\ndef refund(order)\n  raise "not implemented yet" ⟵\nend\n',
    quiet:
      'class Shop\n  def pay(order)\n    raise NotImplementedError, "#{self.class} must implement pay"\n  end\nend\n\nclass Quiet < Shop\n  def send_receipt(order)\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nclass Shop {\n  function pay($order) {\n    // TODO check the card ⟵\n    throw new \\Exception("Not implemented"); ⟵\n  }\n  function sendReceipt($order) {} ⟵\n}\n',
    quiet:
      '<?php\nclass Shop extends Store {\n  function pay($order) {\n    throw new \\Exception("No card");\n  }\n  function sendReceipt($order) {}\n}\n',
  },
  {
    languages: ['python'],
    asks: 'class Refunds:\n    def refund(self, order, amount):\n        """TODO: handle refunds of the card when it has expired.""" ⟵\n        if amount <= 0:\n            raise ValueError("amount")\n        raise NotImplementedError("refund") ⟵\n\n\ndef export(rows, kind):\n    if kind == "csv":\n        return to_csv(rows)\n    raise NotImplementedError(f"{kind} export") ⟵\n\n\ndef ship(order):\n    print("TODO: ship the order") ⟵\n    return Response(status=501) ⟵\n',
    quiet:
      'class Store:\n    def refund(self, order, amount):\n        raise NotImplementedError("refund")\n\n    def name(self):\n        """What it is called."""\n        raise NotImplementedError(f"{type(self)} must implement name")\n\n\ndef export(rows, kind):\n    if kind == "csv":\n        return to_csv(rows)\n    raise NotImplementedError(f"{kind} is not supported")\n\n\ndef ship(order):\n    print("shipped the order")\n    return Response(status=201)\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Refunds\n  def refund(order, amount)\n    raise ArgumentError, "amount" unless amount.positive?\n    raise NotImplementedError, "refund" ⟵\n  end\n\n  def show\n    head :not_implemented ⟵\n  end\nend\n',
    quiet:
      'class Store\n  def refund(order, amount)\n    raise NotImplementedError, "refund"\n  end\n\n  def show\n    head :not_found\n  end\nend\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function pay(order, res) {\n  // TODO: validate the amount when the order is large ⟵\n  // For demonstration purposes ⟵\n  // This would normally call the bank ⟵\n  alert("Coming soon!"); ⟵\n  res.status(501).end(); ⟵\n}\n',
    quiet:
      'function pay(order, res) {\n  // TODO: rename it when the order is gone\n  // A placeholder with a name is left as it is.\n  // Render is to be implemented by those who take part.\n  alert("Paid.");\n  res.status(500).end();\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Shop implements Store {\n  public int pay(Order o) {\n    if (o.isPaid()) return 0;\n    throw new NotImplementedException("pay"); ⟵\n  }\n  public Response refund(Order o) {\n    return Response.status(Status.NOT_IMPLEMENTED).build(); ⟵\n  }\n}\n',
    quiet:
      'class Shop implements Store {\n  public int pay(Order o) {\n    if (o.isPaid()) return 0;\n    throw new IllegalStateException("pay");\n  }\n  public Response refund(Order o) {\n    return Response.status(Status.NOT_FOUND).build();\n  }\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc pay(w http.ResponseWriter, r *http.Request) {\n\tw.WriteHeader(http.StatusNotImplemented) ⟵\n}\n\nfunc refund(w http.ResponseWriter, r *http.Request) {\n\thttp.Error(w, "refund", http.StatusNotImplemented) ⟵\n\tlog.Println("TODO: refund") ⟵\n}\n',
    quiet:
      'package a\n\nfunc pay(w http.ResponseWriter, r *http.Request) {\n\tw.WriteHeader(http.StatusAccepted)\n}\n\nfunc refund(w http.ResponseWriter, r *http.Request) {\n\thttp.Error(w, "refund", http.StatusNotFound)\n\tlog.Println("no refund")\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def refundable?\n  # Placeholder, replace with the real rule ⟵\n  true\nend\n\ndef fee\n  # any fixme here ⟵\n  3\nend\n',
    quiet: 'def refundable?\n  # Placeholders are kept as they are.\n  delivered?\nend\n',
  },
  {
    languages: ['go'],
    asks: `func (r Redirect) SaveAll(w http.ResponseWriter) {} ⟵`,
    quiet: `// SaveAll (Redirect) don't write anything.
func (r Redirect) SaveAll(w http.ResponseWriter) {}`,
  },
  {
    languages: ['ruby'],
    asks: `def load
  # ... ⟵
end`,
    quiet: `#   def load
#     task "a" do
#       ...
#     end
#   end
def load
  task 1
end`,
  },
  {
    languages: ['rust'],
    asks: `impl Decoder for Plain {
    fn read(&self) -> u8 { unimplemented!() } ⟵
}`,
    quiet: `impl Decoder for MockDecoder {
    fn read(&self) -> u8 { unimplemented!() }
}`,
  },
];
