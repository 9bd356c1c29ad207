package ad4j.script.rewrite;

import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.IndexNode;

/** Writes a member as a value that can be read and written, with its parts evaluated once. */
final class References {
  private final Pass pass;
  private final Operators operators;

  References(Pass pass, Operators operators) {
    this.pass = pass;
    this.operators = operators;
  }

  void write(BaseNode target) {
    if (!Assignments.isBound(target)) {
      pass.writer().insert(pass.scope().strict() ? "ad$refStrict(" : "ad$ref(");
      base(target);
      key(target);
    } else if (target.isSuper()) {
      ofSuper(target);
    } else {
      ofPrivate((AccessNode) target);
    }
    pass.writer().insert(")");
    pass.writer().skipTo(target.getFinish());
  }

  private void base(BaseNode target) {
    pass.writer().skipTo(target.getBase().getStart());
    operators.argument(target.getBase());
  }

  private void key(BaseNode target) {
    pass.writer().insert(",");
    if (target instanceof IndexNode index) {
      pass.writer().skipTo(index.getIndex().getStart());
      operators.argument(index.getIndex());
    } else {
      pass.writer().insert('"' + ((AccessNode) target).getProperty() + '"');
    }
  }

  private void ofPrivate(AccessNode target) {
    String name = target.getPrivateName();
    pass.writer().insert("ad$bound(");
    base(target);
    pass.writer().insert(",ad$o=>ad$o." + name + ",(ad$o,ad$v)=>ad$o." + name + "=ad$v");
  }

  private void ofSuper(BaseNode target) {
    pass.writer().insert("ad$bound(");
    String member = "super.";
    if (target instanceof IndexNode index) {
      pass.writer().skipTo(index.getIndex().getStart());
      operators.argument(index.getIndex());
      member = "super[ad$o]";
    } else {
      pass.writer().insert("0");
      member += ((AccessNode) target).getProperty();
    }
    pass.writer().insert(",ad$o=>" + member + ",(ad$o,ad$v)=>" + member + "=ad$v");
  }
}
