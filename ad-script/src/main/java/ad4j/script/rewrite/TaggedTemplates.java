package ad4j.script.rewrite;

import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.TemplateLiteralNode.TaggedTemplateLiteralNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.HashSet;
import java.util.Set;

/** Finds where tagged templates end: the parser leaves out the mark that closes them. */
final class TaggedTemplates extends NodeVisitor<LexicalContext> {
  private final SourceText text;
  private final Set<Integer> closing = new HashSet<>();

  private TaggedTemplates(SourceText text) {
    super(new LexicalContext());
    this.text = text;
  }

  /** The offsets of the closing marks. */
  static Set<Integer> closing(Node program, SourceText text) {
    TaggedTemplates templates = new TaggedTemplates(text);
    if (text.content().indexOf('`') >= 0) {
      program.accept(templates);
    }
    return templates.closing;
  }

  @Override
  public boolean enterCallNode(CallNode call) {
    boolean tagged =
        !call.getArgs().isEmpty() && call.getArgs().getFirst() instanceof TaggedTemplateLiteralNode;
    int end = call.getFinishWithoutParens();
    if (tagged && end < text.content().length() && text.content().charAt(end) == '`') {
      closing.add(end);
    }
    return true;
  }
}
