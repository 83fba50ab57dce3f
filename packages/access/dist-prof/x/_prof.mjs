import {createRequire} from 'node:module';const require=createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap5 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar5 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq4 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar5(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias3;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap5;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar5;
    exports.isSeq = isSeq4;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity2.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity2.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity2.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity2.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity2.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity2.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity2.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity2.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity2.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags2) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags2);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error2) {
            onError(String(error2));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity2.isNode(doc.contents)) {
          const tags2 = {};
          visit2.visit(doc.contents, (_key, node) => {
            if (identity2.isNode(node) && node.tag)
              tags2[node.tag] = true;
          });
          tagNames = Object.keys(tags2);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root3) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root3, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity2.isScalar(ref.node) || identity2.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source;
              throw error2;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function toJS(value2, arg, ctx) {
      if (Array.isArray(value2))
        return value2.map((v, i) => toJS(v, String(i), ctx));
      if (value2 && typeof value2.toJSON === "function") {
        if (!ctx || !identity2.hasAnchor(value2))
          return value2.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value2, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value2.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value2 === "bigint" && !ctx?.keep)
        return Number(value2);
      return value2;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity2 = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity2.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity2.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: (_key, node) => {
              if (identity2.isAlias(node) || identity2.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity2.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity2.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity2.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value2) => !value2 || typeof value2 !== "function" && typeof value2 !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value2) {
        super(identity2.SCALAR);
        this.value = value2;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value2, tagName, tags2) {
      if (tagName) {
        const match = tags2.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags2.find((t) => t.identify?.(value2) && !t.format);
    }
    function createNode(value2, tagName, ctx) {
      if (identity2.isDocument(value2))
        value2 = value2.contents;
      if (identity2.isNode(value2))
        return value2;
      if (identity2.isPair(value2)) {
        const map = ctx.schema[identity2.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value2);
        return map;
      }
      if (value2 instanceof String || value2 instanceof Number || value2 instanceof Boolean || typeof BigInt !== "undefined" && value2 instanceof BigInt) {
        value2 = value2.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value2 && typeof value2 === "object") {
        ref = sourceObjects.get(value2);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value2));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value2, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value2, tagName, schema.tags);
      if (!tagObj) {
        if (value2 && typeof value2.toJSON === "function") {
          value2 = value2.toJSON();
        }
        if (!value2 || typeof value2 !== "object") {
          const node2 = new Scalar.Scalar(value2);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value2 instanceof Map ? schema[identity2.MAP] : Symbol.iterator in Object(value2) ? schema[identity2.SEQ] : schema[identity2.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value2, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value2, ctx) : new Scalar.Scalar(value2);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity2 = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value2) {
      let v = value2;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity2.isNode(it) || identity2.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value2) {
        if (isEmptyPath(path))
          this.add(value2);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.addIn(rest, value2);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value2));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity2.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity2.isScalar(node) ? node.value : node;
        else
          return identity2.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity2.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity2.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity2.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value2) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value2);
        } else {
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.setIn(rest, value2);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value2));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text3, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text3;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text3.length <= endStep)
        return text3;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text3, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text3[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text3[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text3, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text3[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text3[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text3;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text3;
      if (onFold)
        onFold();
      let res = text3.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold4 = folds[i2];
        const end2 = folds[i2 + 1] || text3.length;
        if (fold4 === 0)
          res = `
${indent}${text3.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold4])
            res += `${text3[fold4]}\\`;
          res += `
${indent}${text3.slice(fold4 + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text3, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text3[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text3[++i];
        } else {
          do {
            ch = text3[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text3[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value2, ctx) {
      const json = JSON.stringify(value2);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value2) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value2, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value2.includes("\n") || /[ \t]\n|\n[ \t]/.test(value2))
        return doubleQuotedString(value2, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value2) ? "  " : "");
      const res = "'" + value2.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value2, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value2.includes('"');
        const hasSingle = value2.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value2, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value: value2 }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value2)) {
        return quotedString(value2, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value2) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value2, lineWidth, indent.length);
      if (!value2)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value2.length; endStart > 0; --endStart) {
        const ch = value2[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value2.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value2 === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value2 = value2.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value2.length; ++startEnd) {
        const ch = value2[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value2.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value2 = value2.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value2.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value2 = value2.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value2}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value: value2 } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value2.includes("\n") || inFlow && /[[\]{},]/.test(value2)) {
        return quotedString(value2, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value2)) {
        return implicitKey || inFlow || !value2.includes("\n") ? quotedString(value2, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value2.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value2)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value2, ctx);
        }
      }
      const str = value2.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags: tags2 } = ctx.doc.schema;
        if (tags2.some(test) || compat?.some(test))
          return quotedString(value2, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity2 = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags2, item) {
      if (item.tag) {
        const match = tags2.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity2.isScalar(item)) {
        obj = item.value;
        let match = tags2.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags2.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity2.isScalar(node) || identity2.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity2.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity2.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity2.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity2.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity2.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value: value2 }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity2.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity2.isCollection(key) || !identity2.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value2 == null && !ctx.inFlow || identity2.isCollection(key) || (identity2.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value2 == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value2 == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity2.isNode(value2)) {
        vsb = !!value2.spaceBefore;
        vcb = value2.commentBefore;
        valueComment = value2.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value2 && typeof value2 === "object")
          value2 = doc.createNode(value2);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity2.isScalar(value2))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity2.isSeq(value2) && !value2.flow && !value2.tag && !value2.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value2, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity2.isCollection(value2)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value2.flow ?? value2.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning2) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning2);
        else
          console.warn(warning2);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value2) => value2 === MERGE_KEY || typeof value2 === "symbol" && value2.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity2.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value2) {
      const source = resolveAliasValue(ctx, value2);
      if (identity2.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value2) {
      const source = resolveAliasValue(ctx, value2);
      if (!identity2.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value3] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value3);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value3,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value2) {
      return ctx && identity2.isAlias(value2) ? value2.resolve(ctx.doc, ctx) : value2;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity2 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value: value2 }) {
      if (identity2.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value2);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value2);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value2, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value2, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity2.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity2 = require_identity();
    function createPair(key, value2, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value2, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value2 = null) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.PAIR });
        this.key = key;
        this.value = value2;
      }
      clone(schema) {
        let { key, value: value2 } = this;
        if (identity2.isNode(key))
          key = key.clone(schema);
        if (identity2.isNode(value2))
          value2 = value2.clone(schema);
        return new _Pair(key, value2);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity2.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity2.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity2.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity2.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity2.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity2.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity2.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value2) => {
          if (typeof replacer === "function")
            value2 = replacer.call(obj, key, value2);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value2 !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value2, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value2] of obj)
            add(key, value2);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity2.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity2.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity2.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value2) {
        this.add(new Pair.Pair(key, value2), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity2.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity2.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity2.SEQ, schema);
        this.items = [];
      }
      add(value2) {
        this.items.push(value2);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity2.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value2) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity2.isScalar(prev) && Scalar.isScalarValue(value2))
          prev.value = value2;
        else
          this.items[idx] = value2;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity2.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity2.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value2) => typeof value2 === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value2) => value2 == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value2) => typeof value2 === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value: value2 }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value2 === sv)
            return source;
        }
        return value2 ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value: value2 }) {
      if (typeof value2 === "bigint")
        return String(value2);
      const num = typeof value2 === "number" ? value2 : Number(value2);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value2, -0) ? "-0" : JSON.stringify(value2);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value2) => typeof value2 === "bigint" || Number.isInteger(value2);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value: value2 } = node;
      if (intIdentify(value2) && value2 >= 0)
        return prefix + value2.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value2) => intIdentify(value2) && value2 >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value2) => intIdentify(value2) && value2 >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value2) {
      return typeof value2 === "bigint" || Number.isInteger(value2);
    }
    var stringifyJSON = ({ value: value2 }) => JSON.stringify(value2);
    var jsonScalars = [
      {
        identify: (value2) => typeof value2 === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value2) => value2 == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value2) => typeof value2 === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value: value2 }) => intIdentify(value2) ? value2.toString() : JSON.stringify(value2)
      },
      {
        identify: (value2) => typeof value2 === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value2) => value2 instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value: value2 }, ctx, onComment, onChompKeep) {
        if (!value2)
          return "";
        const buf = value2;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity2.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity2.isPair(item))
            continue;
          else if (identity2.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity2.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value2;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value2 = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value2 = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value2, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value2;
          if (identity2.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value2 = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value2);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value2) => value2 instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity2.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value: value2, source }, ctx) {
      const boolObj = value2 ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value2 ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value2) => value2 === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value2) => value2 === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value2) => typeof value2 === "bigint" || Number.isInteger(value2);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value: value2 } = node;
      if (intIdentify(value2)) {
        const str = value2.toString(radix);
        return value2 < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity2.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity2.isPair(pair) ? identity2.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value2) {
        if (typeof value2 !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value2}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value2) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value2) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value2 of iterable) {
            if (typeof replacer === "function")
              value2 = replacer.call(iterable, value2, value2);
            set2.items.push(Pair.createPair(value2, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value2) => value2 instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity2.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value: value2 } = node;
      let num = (n) => n;
      if (typeof value2 === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value2) || !isFinite(value2))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value2 < 0) {
        sign = "-";
        value2 *= num(-1);
      }
      const _60 = num(60);
      const parts = [value2 % _60];
      if (value2 < 60) {
        parts.unshift(0);
      } else {
        value2 = (value2 - parts[0]) / _60;
        parts.unshift(value2 % _60);
        if (value2 >= 60) {
          value2 = (value2 - parts[0]) / _60;
          parts.unshift(value2);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value2) => typeof value2 === "bigint" || Number.isInteger(value2),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value2) => typeof value2 === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value2) => value2 instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year2, month, day2, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year2, month - 1, day2, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value: value2 }) => value2?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags2 = schemaTags;
      if (!tags2) {
        if (Array.isArray(customTags))
          tags2 = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags2 = tags2.concat(tag);
      } else if (typeof customTags === "function") {
        tags2 = customTags(tags2.slice());
      }
      if (addMergeTag)
        tags2 = tags2.concat(merge.merge);
      return tags2.reduce((tags3, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags3.includes(tagObj))
          tags3.push(tagObj);
        return tags3;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags2 = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags2.getTags(compat, "compat") : compat ? tags2.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags2.coreKnownTags : {};
        this.tags = tags2.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity2.MAP, { value: map.map });
        Object.defineProperty(this, identity2.SCALAR, { value: string.string });
        Object.defineProperty(this, identity2.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity2.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value2, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value2 === void 0 ? null : this.createNode(value2, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity2.NODE_TYPE]: { value: identity2.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity2.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value2) {
        if (assertCollection(this.contents))
          this.contents.add(value2);
      }
      /** Adds a value to the document. */
      addIn(path, value2) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value2);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value2, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value2 = replacer.call({ "": value2 }, "", value2);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value2, tag, ctx);
        if (flow && identity2.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value2, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value2, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity2.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity2.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity2.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity2.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity2.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value2) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value2);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value2);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value2) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value2;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value2);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value2);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity2.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error2.linePos[0];
      error2.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error2.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error2.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity2.isScalar(a) && identity2.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value: value2 } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value2,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value2?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value2 ? composeNode(ctx, value2, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value2, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value: value2 } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value2,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value2) {
            if (value2?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value2 ? composeNode(ctx, value2, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value2, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap5 = fc.start.source === "{";
      const fcName = isMap5 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap5 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value: value2 } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value2) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap5 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity2.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap5 && !sep && !props.found) {
          const valueNode = value2 ? composeNode(ctx, value2, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value2))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value2,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap5 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value2) {
            if ("source" in value2 && value2.source?.[0] === ":")
              onError(value2, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value2 ? composeNode(ctx, value2, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value2))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap5) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap5 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity2.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value3 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value3, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value2 = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value2 += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value2 += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value2 += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value2 += "\n";
          else
            sep = "\n";
        } else {
          value2 += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value2 += "\n" + lines[i][0].slice(trimIndent);
          if (value2[value2.length - 1] !== "\n")
            value2 += "\n";
          break;
        default:
          value2 += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value: value2, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error2 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value2;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value2 = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value2 = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value2 = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value: value2,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold: fold4, offset } = foldNewline(source, i);
          res += fold4;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold4 = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold4 += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold4)
        fold4 = " ";
      return { fold: fold4, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value: value2, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity2.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value2, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value2, token, onError);
      else
        tag = ctx.schema[identity2.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value2, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity2.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value2);
      }
      scalar.range = range;
      scalar.source = value2;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value2, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity2.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value2))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity2.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value2, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value2)) || schema[identity2.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value2)) ?? schema[identity2.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity2.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value: value2, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value2 ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value2 && (value2.type === "block-map" || value2.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value2 ? composeNode.composeNode(ctx, value2, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity2 = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning2) => {
          const pos = getErrorPos(source);
          if (warning2)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity2.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity2.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning2) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning2);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error2 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value2, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value: value2 }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value2, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value: value2 }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep, value: value2 }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value2)
        res += stringifyToken(value2);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path) => {
      const parent = visit2.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar5 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar5;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity2 = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning2) => log.warn(doc.options.logLevel, warning2));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value2, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value2 === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity2.isDocument(value2) && !_replacer)
        return value2.toString(options);
      return new Document.Document(value2, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity2.isAlias;
    exports.isCollection = identity2.isCollection;
    exports.isDocument = identity2.isDocument;
    exports.isMap = identity2.isMap;
    exports.isNode = identity2.isNode;
    exports.isPair = identity2.isPair;
    exports.isScalar = identity2.isScalar;
    exports.isSeq = identity2.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// packages/access/_prof.ts
import { readFileSync as readFileSync2 } from "node:fs";

// packages/catalog/src/node.ts
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";

// packages/catalog/src/condition-keys.ts
var TYPES = [
  "String",
  "ArrayOfString",
  "ARN",
  "ArrayOfARN",
  "Bool",
  "ArrayOfBool",
  "Numeric",
  "Date",
  "IPAddress"
];
function conditionKeyOf([key, number2]) {
  const type = TYPES[number2];
  if (type === void 0) throw new Error(`catalogue data are damaged: no condition key type ${number2}`);
  return { key, type };
}

// packages/catalog/src/once.ts
function once(compute) {
  let kept;
  return () => (kept ??= { value: compute() }).value;
}
function remembered(compute) {
  const kept = /* @__PURE__ */ new Map();
  return (key) => {
    const known = kept.get(key);
    if (known !== void 0) return known;
    const value2 = compute(key);
    if (value2 !== void 0) kept.set(key, value2);
    return value2;
  };
}

// packages/catalog/src/condition-key-reader.ts
function conditionKeyReader({ lookup, index }) {
  const globalConditionKeys = once(() => index().global.map(conditionKeyOf));
  const matchGlobal = once(() => matcherOf(globalConditionKeys()));
  const matchService = remembered((service) => matcherOf(lookup.service(service)?.conditionKeys ?? []));
  const aliases = once(
    () => Object.entries(index().aliases).map(([alias, services]) => ({ alias: templatePattern(alias), services }))
  );
  const servicesOf = (name) => {
    const prefix = name.toLowerCase().slice(0, Math.max(0, name.indexOf(":")));
    if (Object.hasOwn(index().services, prefix)) return [prefix];
    return aliases().flatMap(({ alias, services }) => alias.test(prefix) ? services : []);
  };
  const conditionKey = (name) => {
    const global = matchGlobal()(name);
    if (global !== void 0) return global;
    for (const service of servicesOf(name)) {
      const key = matchService(service)(name);
      if (key !== void 0) return key;
    }
    return void 0;
  };
  return { conditionKey, globalConditionKeys };
}
function matcherOf(keys) {
  const exact = new Map(keys.map((key) => [key.key.toLowerCase(), key]));
  const templates = keys.filter(({ key }) => key.includes("${")).map((key) => ({ key, pattern: templatePattern(key.key) }));
  return (name) => exact.get(name.toLowerCase()) ?? templates.find(({ pattern }) => pattern.test(name))?.key;
}
function templatePattern(template) {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "is");
}

// packages/catalog/src/constraints.ts
var constraintServiceIds = [
  "iam",
  "sts",
  "organizations",
  "sso-admin",
  "identitystore",
  "sso-oidc",
  "sso",
  "account",
  "accessanalyzer",
  "cloudtrail",
  "budgets"
];

// packages/catalog/src/policy-id.ts
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
var RANDOM_LENGTH = 17;
function policyIdOf(arn) {
  let high = fold(arn, 2166136261);
  let low = fold(arn, 2654435769);
  let id = "ANPA";
  for (let index = 0; index < RANDOM_LENGTH; index++) {
    [high, low] = [low, mix(high + low + index)];
    id += ALPHABET.charAt(low >>> 27);
  }
  return id;
}
function fold(text3, start) {
  let hash = start;
  for (let index = 0; index < text3.length; index++) hash = Math.imul(hash ^ text3.charCodeAt(index), 16777619);
  return hash;
}
function mix(word2) {
  let mixed = Math.imul(word2 ^ word2 >>> 16, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return mixed ^ mixed >>> 16;
}

// packages/catalog/src/managed-policies.ts
var ARN = /^arn:(aws[a-z-]*):iam::aws:policy(\/(?:.*\/)?)([^/]+)$/;
function managedPolicyReader(read) {
  const rows = once(() => new Map(Object.entries(JSON.parse(read("managed-policies.json")))));
  const summaries = once(() => [...rows()].map(([name, row2]) => summarize(name, row2, "aws")));
  const documents2 = remembered((name) => {
    const [, , , , offset, length] = rows().get(name) ?? [];
    return read("managed-policies.blob", offset, length);
  });
  const managedPolicy = (nameOrArn) => {
    const wanted = parseName(nameOrArn);
    const row2 = rows().get(wanted.name);
    if (row2 === void 0 || wanted.path !== void 0 && wanted.path !== row2[0]) return void 0;
    return { ...summarize(wanted.name, row2, wanted.partition), document: documents2(wanted.name) };
  };
  return { managedPolicy, managedPolicyIndex: summaries };
}
function parseName(nameOrArn) {
  const [, partition2, path, name] = ARN.exec(nameOrArn) ?? [];
  if (partition2 === void 0 || path === void 0 || name === void 0) return { partition: "aws", name: nameOrArn };
  return { partition: partition2, path, name };
}
function summarize(name, [path, versionId, created, updated], partition2) {
  const arn = `arn:${partition2}:iam::aws:policy${path}${name}`;
  return {
    arn,
    name,
    path,
    policyId: policyIdOf(arn),
    versionId,
    createDate: instant(created),
    updateDate: instant(updated)
  };
}
function instant(seconds) {
  return new Date(seconds * 1e3).toISOString();
}

// packages/catalog/src/service-reader.ts
var LEVELS = {
  R: "Read",
  W: "Write",
  L: "List",
  T: "Tagging",
  P: "Permissions management"
};
function serviceReader(read) {
  const index = once(() => JSON.parse(read("services.json")));
  const readService = remembered((prefix) => openService(read, index(), prefix));
  const service = (prefix) => readService(prefix.toLowerCase());
  const lookup = {
    services: once(() => Object.keys(index().services)),
    service,
    action: actionFinder(service),
    actionsOf: (prefix) => service(prefix)?.actions ?? [],
    actionSummaries: once(() => read("actions.txt").split("\n").flatMap(parseActionLine))
  };
  return { lookup, index };
}
function openService(read, index, prefix) {
  const entry = Object.hasOwn(index.services, prefix) ? index.services[prefix] : void 0;
  if (entry === void 0) return void 0;
  const [name, offset, length, controlled] = entry;
  const row2 = JSON.parse(read("services.blob", offset, length));
  return decodeService({ prefix, name, resourceControlPolicies: controlled === 1 }, row2);
}
function actionFinder(service) {
  const actionsByName = remembered((prefix) => {
    const found = service(prefix);
    return found && new Map(found.actions.map((action) => [action.name.toLowerCase(), action]));
  });
  return (name) => {
    const [prefix = "", actionName2] = name.toLowerCase().split(":");
    return actionName2 === void 0 ? void 0 : actionsByName(prefix)?.get(actionName2);
  };
}
function parseActionLine(line) {
  const [service = "", ...actions] = line.split("	");
  return actions.map((action) => ({ service, name: action.slice(1), accessLevel: levelOf(action.charAt(0)) }));
}
function decodeService(head, row2) {
  const [keyRows, typeRows, actionRows] = row2;
  const conditionKeys = keyRows.map(conditionKeyOf);
  const keyNames = (numbers = []) => numbers.map((number2) => at(keyRows, number2)[0]);
  const resourceTypes = typeRows.map(([name, arn, keys]) => ({ name, arn, conditionKeys: keyNames(keys) }));
  const decodeResource = (use2) => {
    const [number2, keys, dependents = []] = typeof use2 === "number" ? [use2] : use2;
    const [name] = at(typeRows, number2 >> 1);
    return { name, required: (number2 & 1) === 1, conditionKeys: keyNames(keys), dependentActions: dependents };
  };
  const actions = actionRows.map(([name, level, uses = [], keys, dependents = []]) => {
    const resourceUses = uses.map(decodeResource);
    const dependentActions = [.../* @__PURE__ */ new Set([...dependents, ...resourceUses.flatMap((use2) => use2.dependentActions)])];
    return {
      service: head.prefix,
      name,
      accessLevel: levelOf(level),
      resourceTypes: resourceUses,
      conditionKeys: keyNames(keys),
      dependentActions
    };
  });
  return { ...head, actions, resourceTypes, conditionKeys };
}
function levelOf(letter) {
  const level = LEVELS[letter];
  if (level === void 0) throw new Error(`catalogue data are damaged: no access level \`${letter}\``);
  return level;
}
function at(items, number2) {
  const item = items[number2];
  if (item === void 0) throw new Error(`catalogue data are damaged: no entry ${number2}`);
  return item;
}

// packages/catalog/src/open-catalog.ts
function openCatalog(read) {
  const decoder = new TextDecoder();
  const readText2 = (file, offset, length) => decoder.decode(read(file, offset, length));
  const services = serviceReader(readText2);
  const sources = once(() => JSON.parse(readText2("meta.json")).sources);
  const constraints = remembered((id) => JSON.parse(readText2(`constraints/${id}.json`)));
  return {
    ...services.lookup,
    ...managedPolicyReader(readText2),
    ...conditionKeyReader(services),
    sources,
    constraintsOf: (id) => constraintServiceIds.some((known) => known === id) ? constraints(id) : void 0
  };
}

// packages/catalog/src/node.ts
function openCatalogAt(directory) {
  const root3 = typeof directory === "string" ? directory : fileURLToPath(directory);
  return openCatalog((file, offset, length) => {
    const path = `${root3.replace(/\/$/, "")}/${file}`;
    return offset === void 0 || length === void 0 ? readFileSync(path) : readPart(path, offset, length);
  });
}
var installedCatalog = once(() => openCatalogAt(dataDirectory()));
function dataDirectory() {
  const candidates = ["./data/", "../data/"].map((place) => new URL(place, import.meta.url));
  const found = candidates.find((place) => existsSync(new URL("meta.json", place)));
  if (found === void 0) throw new Error("catalogue data are missing: run `npm run build`");
  return found;
}
function readPart(path, offset, length) {
  const handle = openSync(path, "r");
  try {
    const bytes = new Uint8Array(length);
    const count = readSync(handle, bytes, 0, length, offset);
    if (count !== length) throw new Error(`catalogue data are damaged: \`${path}\` ends early`);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

// packages/access/src/diagnostics/codes.ts
var error = (title, doc) => ({ severity: "error", title, doc });
var warning = (title, doc) => ({ severity: "warning", title, doc });
var diagnosticCodes = {
  CST0001: error("not valid YAML", "The text cannot be read as YAML, so nothing in it can be understood."),
  CST0002: error("not a text file", "The file holds characters that no text file holds."),
  CST0003: error("too large or too deep", "The file is larger or nested deeper than any access file needs to be."),
  CST0004: error("written twice", "The same key stands twice in one place; only one of them could count."),
  CST0005: error("unknown key", "The access file has no such key here; nothing is ignored silently."),
  CST0006: error("something is missing", "A key that is needed here is not there."),
  CST0007: error("another kind of value is wanted", "The value is a list, a map, a number or a text where another kind is wanted."),
  CST0008: error("value of the wrong form", "The value is of the right kind but not written as it must be."),
  CST0009: error("unknown version of the file", "The first line says a version of the access file that this Castellan does not know."),
  CST0010: warning("not built yet", "Castellan understands what is asked but does not do it yet; it says so instead of ignoring it."),
  CST0011: error("aliases are not used here", "YAML aliases hide who gets what from a reader, so an access file has none."),
  CST0101: error("unknown account", "The name is not a key of `accounts`."),
  CST0102: error("unknown group", "The name is not a key of `groups`."),
  CST0103: error("unknown permission set", "The name is not a key of `permission-sets`."),
  CST0104: error("unknown policy or task", "The word after `use` is neither an AWS managed policy nor a task."),
  CST0105: error("unknown task", "The words name no built-in task and none of the file's own."),
  CST0106: error("unknown guardrail", "The word names no guardrail of the catalogue."),
  CST0107: error("unknown boundary", "The name is neither a key of `boundaries` nor an AWS managed policy."),
  CST0108: error("unknown unit", "The name is no organizational unit that an account of the file lives in."),
  CST0109: warning("action that AWS does not know", "The action pattern matches no action of the catalogue, so it permits and forbids nothing."),
  CST0110: error("policy file not found", "The file named after `use` cannot be read."),
  CST0201: error("account id of the wrong form", "AWS account ids have twelve digits and are quoted, or zeros in front are lost."),
  CST0202: error("not an e-mail address", "People and accounts are named by e-mail address."),
  CST0203: error("session out of range", "AWS lets a permission set's session last from one to twelve hours."),
  CST0204: error("name that AWS refuses", "AWS limits the length and the characters of the name."),
  CST0205: warning("fewer than two administrators", "When the only administrator is lost, nobody can let anybody in."),
  CST0206: warning("shared account", "The name looks like an account that several people share; nobody can tell who did what."),
  CST0207: error("given twice", "The same thing is given twice: an account id, an address, a group's name, a cell's permission set."),
  CST0208: error("policy too long", "The policy is longer than AWS accepts."),
  CST0209: error("policy that AWS refuses", "AWS would answer `MalformedPolicyDocument` to the policy."),
  CST0210: error("too many policies", "More policies hang in one place than AWS allows."),
  CST0211: error("task that cannot be granted", "The task is told by access level: it can be asked about in a promise but not written into a policy."),
  CST0212: error("management account missing", "`organization` names a management account that `accounts` does not have."),
  CST0213: error("guardrail words", "The words after the guardrail's name are not what it takes."),
  CST0214: warning("left but still a member", "The person has left and is still given groups; those are not granted."),
  CST0301: error("promise not understood", "The sentence is not one of the forms that a promise may have."),
  CST0302: warning("borrowing is not built yet", "`except by borrowing` is understood; as nothing can be borrowed yet, the promise holds without exception."),
  CST0401: error("profile of the same name", "The config file has a profile of that name that Castellan did not write."),
  CST0402: error("torn profile block", "The marked block in the config file begins but does not end, or ends but does not begin."),
  CST0403: error("two profiles of one name", "Two roles would get the same profile name."),
  CST0404: error("unknown profile", "The default profile is none of the profiles that the file makes.")
};

// packages/access/src/diagnostics/diagnose.ts
function diagnose(code, message, detail = {}) {
  return { code, severity: diagnosticCodes[code].severity, message, ...detail };
}
function hasErrors(diagnostics) {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
function sortDiagnostics(diagnostics) {
  return diagnostics.toSorted((a, b) => placeOf(a) - placeOf(b) || a.code.localeCompare(b.code));
}
function placeOf(diagnostic) {
  return diagnostic.span?.start.offset ?? Number.MAX_SAFE_INTEGER;
}

// packages/access/src/file/near-name.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var longestCompared = 80;
function nearName(name, candidates) {
  if (name.length > longestCompared) return void 0;
  const wanted = fold2(name);
  const allowed = Math.ceil(name.length / 3);
  let best;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > allowed + 1) continue;
    const far = (0, import_fastest_levenshtein.distance)(wanted, fold2(candidate));
    if (far <= allowed && (best === void 0 || far < best.far)) best = { name: candidate, far };
  }
  return best?.name;
}
function differenceInWords(name, candidate) {
  if (fold2(name) === fold2(candidate)) return "this one differs only in capitals and hyphens";
  const letters = (0, import_fastest_levenshtein.distance)(name, candidate);
  return letters === 1 ? "this one differs by one letter" : `this one differs by ${letters} letters`;
}
function fold2(name) {
  return name.toLowerCase().replace(/[\s_]+/g, "-");
}

// packages/access/src/file/word.ts
function partOf(word2, index, length) {
  const { span } = word2;
  if (span.start.line !== span.end.line) return span;
  const start = moved(span.start, index + (word2.quoted ? 1 : 0));
  return { ...span, start, end: moved(start, length) };
}
function subword(word2, index, text3) {
  return { text: text3, span: partOf(word2, index, text3.length), quoted: false };
}
function moved(position, by2) {
  return { offset: position.offset + by2, line: position.line, column: position.column + by2 };
}
function replacement(word2, text3) {
  return { span: word2.span, text: word2.quoted ? `"${text3}"` : text3 };
}

// packages/access/src/file/checks/check-context.ts
function namesOf(...sections) {
  return new Map(sections.flatMap((section) => section ?? []).map(({ key }) => [key.text, key.span]));
}
function outsideNames(names4) {
  return new Map([...names4].map((name) => [name, void 0]));
}
function checkName(word2, names4, unknown, { reading }) {
  if (names4.has(word2.text) || reading.broken.has(word2.text)) return true;
  const near = reading.near(word2.text, names4.keys());
  const detail = { span: word2.span, label: `no such ${unknown.what}` };
  const message = `unknown ${unknown.what} \`${word2.text}\``;
  if (near === void 0) {
    reading.report(unknown.code, message, { ...detail, help: unknown.help ?? knownInWords(names4, unknown.what) });
    return false;
  }
  const span = names4.get(near);
  const notes = span === void 0 ? {} : { notes: [{ message: differenceInWords(word2.text, near), span }] };
  reading.report(unknown.code, message, { ...detail, ...notes, help: `write \`${near}\``, fix: [replacement(word2, near)] });
  return false;
}
function knownInWords(names4, what) {
  const known = [...names4.keys()];
  if (known.length === 0) return `the file has no ${what}`;
  return `known: ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", \u2026" : ""}`;
}
function checkOnce(words, what, { reading }) {
  const seen = /* @__PURE__ */ new Map();
  for (const word2 of words) {
    const key = word2.text.toLowerCase();
    const first = seen.get(key);
    if (first === void 0) seen.set(key, word2);
    else reading.report("CST0207", `${what} \`${word2.text}\` is given twice`, { span: word2.span, label: "again", notes: [{ message: "first given here", span: first.span }] });
  }
}
function checkNameRule(word2, rule, { reading }) {
  const characters = word2.text.length;
  if (characters > rule.longest) {
    const help = `${characters} characters; AWS allows ${rule.longest}`;
    reading.report("CST0204", `${rule.what} \`${word2.text}\` is too long`, { span: word2.span, help });
  } else if (!rule.pattern.test(word2.text)) {
    reading.report("CST0204", `${rule.what} \`${word2.text}\` has characters that AWS refuses`, { span: word2.span, help: `AWS allows ${rule.characters}` });
  }
}

// packages/access/src/file/checks/check-accounts.ts
var everywhere = "everywhere";
var deepestUnit = 5;
function checkAccounts(context) {
  const { accounts } = context.content;
  for (const account of accounts) checkAccount(account, context);
  checkOnce(accounts.flatMap(({ value: value2 }) => value2.id ?? []), "account id", context);
  checkOnce(accounts.flatMap(({ value: value2 }) => value2.email ?? []), "account address", context);
  checkManagement(context);
}
function checkAccount({ key, value: value2 }, context) {
  const { reading } = context;
  checkNameRule(key, { what: "account name", longest: 50, pattern: /^[\u0020-\u007e]+$/, characters: "plain ASCII" }, context);
  if (key.text === everywhere) reading.report("CST0204", "`everywhere` means all accounts and names none", { span: key.span });
  if (value2.id === void 0 && value2.email === void 0) {
    const help = 'add `id: "\u2026"` for an account that exists, or `email: \u2026` for one to create';
    reading.report("CST0006", `account \`${key.text}\` has neither id nor e-mail address`, { span: key.span, help });
  }
  const { unit } = value2;
  if (unit === void 0) return;
  const names4 = unit.text.split("/");
  if (names4.length > deepestUnit || names4.some((name) => name.length > 128)) {
    reading.report("CST0204", `AWS refuses the unit \`${unit.text}\``, { span: unit.span, help: `at most ${deepestUnit} levels of at most 128 characters` });
  }
}
function checkManagement({ content, reading }) {
  const { management } = content.organization;
  if (content.accounts.some(({ value: value2 }) => value2.id?.text === management.text)) return;
  if (content.accounts.some(({ key }) => reading.broken.has(key.text)) || reading.broken.size > 0) return;
  const help = `add \`management: {id: "${management.text}"}\` under \`accounts\``;
  reading.report("CST0212", `no account has the management account's id \`${management.text}\``, { span: management.span, help });
}
function unitNames(content) {
  const paths = new Set(content.accounts.flatMap(({ value: value2 }) => pathsTo(value2.unit?.text)));
  const names4 = new Map([...paths].map((path) => [path, path]));
  for (const path of paths) {
    const last = path.split("/").at(-1) ?? path;
    const same2 = [...paths].filter((other) => other.split("/").at(-1) === last);
    if (same2.length === 1 && !names4.has(last)) names4.set(last, path);
  }
  return names4;
}
function pathsTo(unit) {
  const names4 = unit?.split("/") ?? [];
  return names4.map((_, index) => names4.slice(0, index + 1).join("/"));
}
function checkAccess(context) {
  const { access, retired } = context.content;
  const common = access.find(({ key }) => key.text === everywhere)?.value ?? [];
  for (const row2 of access) checkRow(row2, row2.key.text === everywhere ? [] : common, context);
  for (const row2 of retired?.access ?? []) checkRow(row2, [], context);
}
function checkRow(row2, above, context) {
  const { content } = context;
  const rows = new Map([...namesOf(content.accounts), [everywhere, void 0]]);
  checkName(row2.key, rows, { code: "CST0101", what: "account" }, context);
  for (const { key, value: value2 } of row2.value) {
    checkName(key, namesOf(content.groups), { code: "CST0102", what: "group" }, context);
    const sets = namesOf(content.permissionSets);
    for (const set of value2) checkName(set, sets, { code: "CST0103", what: "permission set" }, context);
    const inherited = above.filter((cell) => cell.key.text === key.text).flatMap((cell) => cell.value);
    checkOnce([...inherited.filter((word2) => value2.some((set) => set.text === word2.text)), ...value2], "permission set", context);
  }
}

// packages/access/src/promises/access-promise.ts
var promiseForms = [
  "only GROUP, GROUP may TASK [anywhere | in ACCOUNT]",
  "GROUP may TASK [anywhere | in ACCOUNT]",
  "GROUP may never TASK [anywhere | in ACCOUNT]",
  "GROUP may reach only ACCOUNT, ACCOUNT",
  "always at least N people are GROUP"
];

// packages/access/src/promises/split-promise.ts
var taskForm = (kind, pattern) => ({
  pattern,
  split: ([groups2, rest], isTask) => groups2 === void 0 || rest === void 0 ? void 0 : { kind, groups: names(groups2), ...splitTask(rest, isTask) }
});
var forms = [
  {
    pattern: /^always at least (\d{1,4}) (?:people are|person is|people is|person are) (.+)$/d,
    split: ([count, group]) => count === void 0 || group === void 0 ? void 0 : { kind: "people", atLeast: Number(count.text), group }
  },
  taskForm("only", /^only (.+?) (?:may|can) (.+)$/d),
  {
    pattern: /^(.+?) may reach only (.+)$/d,
    split: ([groups2, places]) => groups2 === void 0 || places === void 0 ? void 0 : { kind: "reach", groups: names(groups2), places: names(places) }
  },
  taskForm("never", /^(.+?) (?:may|can) never (.+)$/d),
  taskForm("may", /^(.+?) (?:may|can) (.+)$/d)
];
function splitPromise(sentence, isTask) {
  for (const form of forms) {
    const match = form.pattern.exec(sentence.text);
    if (match !== null) return form.split(partsOf(match, sentence), isTask);
  }
  return void 0;
}
function partsOf(match, sentence) {
  const places = match.indices?.slice(1) ?? [];
  return places.flatMap((place) => place === void 0 ? [] : [subword(sentence, place[0], sentence.text.slice(place[0], place[1]))]);
}
function names(list2) {
  const words = [...list2.text.matchAll(/(?:^|,\s*and\s+|,|\s+and\s+)\s*((?:(?!,|\sand\s).)+)/g)];
  return words.map((match) => {
    const name = (match[1] ?? "").trim();
    return subword(list2, match.index + match[0].indexOf(match[1] ?? ""), name);
  });
}
function splitTask(rest, isTask) {
  const exception = /,?\s+except by borrowing$/.exec(rest.text);
  if (exception !== null) {
    const before = subword(rest, 0, rest.text.slice(0, exception.index));
    const start = rest.text.lastIndexOf("except");
    return { ...splitTask(before, isTask), borrowing: subword(rest, start, rest.text.slice(start)) };
  }
  const anywhere2 = /\s+anywhere$/.exec(rest.text);
  if (anywhere2 !== null) return { task: subword(rest, 0, rest.text.slice(0, anywhere2.index)), places: "anywhere" };
  const cut = isTask(rest.text) ? -1 : rest.text.lastIndexOf(" in ");
  if (cut === -1) return { task: rest, places: "anywhere" };
  return { task: subword(rest, 0, rest.text.slice(0, cut)), places: names(subword(rest, cut + 4, rest.text.slice(cut + 4))) };
}

// packages/access/src/promises/parse-promises.ts
function parsePromises(context) {
  return (context.content.promises ?? []).flatMap((word2) => {
    const claim = parsePromise(word2, context);
    return claim === void 0 ? [] : [{ text: word2.text, span: word2.span, claim }];
  });
}
function parsePromise(word2, context) {
  const { reading, tasks: tasks2 } = context;
  const split = splitPromise(word2, (text3) => tasks2.has(text3));
  if (split !== void 0) return claimOf(split, context);
  const notes = promiseForms.map((form) => ({ message: form }));
  reading.report("CST0301", "this is not a promise that Castellan understands", { span: word2.span, notes, help: "write it in one of these forms" });
  return void 0;
}
function claimOf(split, context) {
  if (split.kind === "people") {
    const group = groupOf(split.group, context);
    return group === void 0 ? void 0 : { kind: "people", atLeast: split.atLeast, group };
  }
  const groups2 = every(split.groups.map((word2) => groupOf(word2, context)));
  if (split.kind === "reach") {
    const accounts = accountsOf(split.places, context);
    return groups2 === void 0 || accounts === void 0 ? void 0 : { kind: "reach", groups: groups2, accounts };
  }
  if (split.borrowing !== void 0) reportBorrowing(split.borrowing, context);
  const task = taskOf(split.task, context);
  const place = split.places === "anywhere" ? anywhere : placeOf2(accountsOf(split.places, context));
  return groups2 === void 0 || task === void 0 || place === void 0 ? void 0 : { kind: split.kind, groups: groups2, task, place };
}
var anywhere = { kind: "anywhere" };
function placeOf2(accounts) {
  return accounts === void 0 ? void 0 : { kind: "accounts", accounts };
}
function groupOf(word2, context) {
  if (!checkName(word2, namesOf(context.content.groups), { code: "CST0102", what: "group" }, context)) return void 0;
  const found = context.content.groups.find(({ key }) => key.text === word2.text);
  return found === void 0 ? void 0 : { key: word2.text, displayName: found.value.text };
}
function taskOf(word2, context) {
  const names4 = new Map([...outsideNames(context.tasks.keys()), ...namesOf(context.content.tasks)]);
  return checkName(word2, names4, { code: "CST0105", what: "task" }, context) ? context.tasks.get(word2.text) : void 0;
}
function accountsOf(words, context) {
  const { accounts } = context.content;
  const units = unitNames(context.content);
  const names4 = new Map([...outsideNames([everywhere, ...units.keys()]), ...namesOf(accounts)]);
  const lists = words.map((word2) => {
    if (!checkName(word2, names4, { code: "CST0101", what: "account" }, context)) return void 0;
    if (accounts.some(({ key }) => key.text === word2.text)) return [word2.text];
    const unit = units.get(word2.text);
    const inside2 = accounts.filter(({ value: value2 }) => unit === void 0 || `${value2.unit?.text ?? ""}/`.startsWith(`${unit}/`));
    return inside2.map(({ key }) => key.text);
  });
  const all = every(lists);
  return all === void 0 ? void 0 : [...new Set(all.flat())];
}
function reportBorrowing(word2, { reading }) {
  reading.report("CST0302", "`except by borrowing` changes nothing yet", { span: word2.span, help: "the promise is kept without exception until `borrow` is built" });
}
function every(values) {
  const present = values.filter((value2) => value2 !== void 0);
  return present.length === values.length ? present : void 0;
}

// packages/access/src/tasks/task.ts
function everywhere2(...actions) {
  return { actions, resources: ["*"] };
}
function builtIn(name, facts, ...pieces) {
  return { kind: "patterns", origin: "built-in", name, pieces, ...facts };
}

// packages/access/src/tasks/data-tasks.ts
var billingServices = [
  "aws-portal",
  "bcm-dashboards",
  "bcm-data-exports",
  "bcm-pricing-calculator",
  "bcm-recommended-actions",
  "billing",
  "billingconductor",
  "budgets",
  "ce",
  "consolidatedbilling",
  "cost-optimization-hub",
  "cur",
  "customer-verification",
  "eventsbilltoaws",
  "finops-agent",
  "freetier",
  "invoicing",
  "mapcredits",
  "payments",
  "purchase-orders",
  "savingsplans",
  "sustainability",
  "tax"
];
var dataTasks = [
  builtIn(
    "see billing",
    {
      doc: "See or change bills, costs, budgets, payments, invoices and taxes.",
      source: "the services of the AWS managed policies Billing (v30) and AWSBillingReadOnlyAccess (v28) and of AWS Billing and Cost Management; public price lists are not among them",
      core: ["billing:GetBillingData", "ce:GetCostAndUsage", "budgets:ViewBudget", "invoicing:GetInvoicePDF"]
    },
    everywhere2(...billingServices.map((service) => `${service}:*`))
  ),
  builtIn(
    "read secrets",
    {
      doc: "Read the values of secrets and parameters.",
      source: "AWS Secrets Manager and Systems Manager Parameter Store: the calls that answer with a value",
      core: ["secretsmanager:GetSecretValue", "ssm:GetParameter"]
    },
    everywhere2("secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory")
  ),
  builtIn(
    "read data",
    {
      doc: "Read what is stored: objects, rows, messages, records, query results.",
      source: "Service Authorization Reference: the reading calls of the common stores whose answer is content and not configuration",
      core: ["s3:GetObject", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]
    },
    everywhere2(
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:GetObjectTorrent",
      "s3-object-lambda:GetObject",
      "s3express:CreateSession",
      "s3tables:GetTableData",
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:GetRecords",
      "dynamodb:PartiQLSelect",
      "dynamodb:Query",
      "dynamodb:Scan",
      "rds-data:*",
      "rds-db:connect",
      "rds:DownloadDBLogFilePortion",
      "rds:DownloadCompleteDBLogFile",
      "redshift-data:GetStatementResult*",
      "redshift:GetClusterCredentials*",
      "athena:GetQueryResults*",
      "kinesis:GetRecords",
      "kinesis:SubscribeToShard",
      "sqs:ReceiveMessage",
      "es:ESHttpGet",
      "aoss:APIAccessAll",
      "cassandra:Select",
      "timestream:Select",
      "sdb:Select",
      "neptune-db:ReadDataViaQuery",
      "qldb:GetBlock",
      "elasticfilesystem:ClientMount",
      "ebs:GetSnapshotBlock",
      "codecommit:GitPull",
      "codecommit:GetFile",
      "codecommit:GetBlob"
    )
  ),
  builtIn(
    "read logs",
    {
      doc: "Read logs, metrics, alarms and traces.",
      source: "the access guide's tester and operator policies",
      core: ["logs:FilterLogEvents", "logs:DescribeLogGroups", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics"]
    },
    everywhere2(
      "logs:Get*",
      "logs:Describe*",
      "logs:FilterLogEvents",
      "logs:StartQuery",
      "logs:StopQuery",
      "cloudwatch:Get*",
      "cloudwatch:List*",
      "cloudwatch:Describe*",
      "xray:Get*",
      "xray:BatchGet*"
    )
  ),
  builtIn(
    "touch audit trail",
    {
      doc: "Stop, change or delete what records and watches: CloudTrail, Config, GuardDuty, Security Hub, Access Analyzer.",
      source: "the access guide and SecureCart: protect CloudTrail; Service Authorization Reference for the calls that stop or delete",
      core: ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail"]
    },
    everywhere2(
      "cloudtrail:AddTags",
      "cloudtrail:Delete*",
      "cloudtrail:Deregister*",
      "cloudtrail:Disable*",
      "cloudtrail:Put*",
      "cloudtrail:RemoveTags",
      "cloudtrail:Stop*",
      "cloudtrail:Update*",
      "config:DeleteConfigurationRecorder",
      "config:DeleteDeliveryChannel",
      "config:DeleteRetentionConfiguration",
      "config:StopConfigurationRecorder",
      "guardduty:DeleteDetector",
      "guardduty:DeleteMembers",
      "guardduty:Disassociate*",
      "guardduty:StopMonitoringMembers",
      "guardduty:UpdateDetector",
      "securityhub:DeleteMembers",
      "securityhub:Disable*",
      "securityhub:Disassociate*",
      "access-analyzer:DeleteAnalyzer"
    )
  )
];

// packages/access/src/tasks/identity-tasks.ts
var authorization = "Service Authorization Reference, actions of class Write, Tagging and Permissions management; 2026-09-26";
var iamVerbs = [
  "AcceptDelegation*",
  "Add*",
  "AssociateDelegation*",
  "Attach*",
  "ChangePassword",
  "CreateA*",
  "CreateD*",
  "CreateG*",
  "CreateI*",
  "CreateL*",
  "CreateO*",
  "CreateP*",
  "CreateR*",
  "CreateSAML*",
  "CreateServiceSpecific*",
  "CreateU*",
  "CreateV*",
  "Deactivate*",
  "DeleteA*",
  "DeleteC*",
  "DeleteG*",
  "DeleteI*",
  "DeleteL*",
  "DeleteO*",
  "DeleteP*",
  "DeleteR*",
  "DeleteSAML*",
  "DeleteSSH*",
  "DeleteServerC*",
  "DeleteServiceSpecific*",
  "DeleteSigning*",
  "DeleteU*",
  "DeleteV*",
  "Detach*",
  "Disable*",
  "Enable*",
  "Put*",
  "RejectD*",
  "Remove*",
  "Reset*",
  "Resync*",
  "SendD*",
  "Set*",
  "Tag*",
  "Untag*",
  "Update*",
  "Upload*"
];
var ssoVerbs = [
  "Add*",
  "Associate*",
  "Attach*",
  "Create*",
  "Delete*",
  "Detach*",
  "Disassociate*",
  "Import*",
  "Provision*",
  "Put*",
  "Remove*",
  "Start*",
  "Tag*",
  "Untag*",
  "Update*"
];
var directoryVerbs = ["Add*", "Complete*", "Create*", "Delete*", "Disable*", "Enable*", "Import*", "Remove*", "Start*", "Update*", "Verify*"];
var identityStoreVerbs = ["Add*", "Create*", "Delete*", "Remove*", "Reserve*", "Update*"];
var syncVerbs = ["Allow*", "Create*", "Delete*", "Start*", "Stop*", "Update*"];
var entitlementVerbs = ["Create*", "Delete*", "Tag*", "Untag*"];
var organizationVerbs = [
  "Accept*",
  "Attach*",
  "Cancel*",
  "Close*",
  "Create*",
  "Decline*",
  "Delete*",
  "Deregister*",
  "Detach*",
  "Disable*",
  "Enable*",
  "Invite*",
  "Leave*",
  "Move*",
  "Put*",
  "Register*",
  "Remove*",
  "Tag*",
  "Terminate*",
  "Untag*",
  "Update*"
];
var accountVerbs = ["Accept*", "Close*", "Delete*", "Disable*", "Enable*", "Put*", "Start*"];
var of = (service, verbs) => verbs.map((verb) => `${service}:${verb}`);
var identityTasks = [
  builtIn(
    "manage IAM",
    {
      doc: "Create, change and delete IAM users, groups, roles, policies and their credentials.",
      source: `${authorization}; without service-linked roles, which services make for themselves, and without passing roles`,
      core: ["iam:CreateUser", "iam:CreateRole", "iam:CreatePolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey"]
    },
    everywhere2(...of("iam", iamVerbs))
  ),
  builtIn(
    "manage sign-in",
    {
      doc: "Change IAM Identity Center: people, groups, permission sets, who gets which account, and how people sign in.",
      source: `${authorization}; sso, sso-directory, identitystore, identity-sync, account-access`,
      core: ["sso:CreateAccountAssignment", "sso:CreatePermissionSet", "sso:PutInlinePolicyToPermissionSet", "identitystore:CreateGroupMembership"]
    },
    everywhere2(
      ...of("sso", ssoVerbs),
      ...of("sso-directory", directoryVerbs),
      ...of("identitystore", identityStoreVerbs),
      ...of("identity-sync", syncVerbs),
      ...of("account-access", entitlementVerbs)
    )
  ),
  builtIn(
    "manage organization",
    {
      doc: "Create, move and close accounts, and change organizational units, service control policies and account settings.",
      source: `${authorization}; organizations, account`,
      core: ["organizations:CreateAccount", "organizations:MoveAccount", "organizations:AttachPolicy"]
    },
    everywhere2(...of("organizations", organizationVerbs), ...of("account", accountVerbs))
  ),
  builtIn(
    "make unbounded roles",
    {
      doc: "Make users and roles that no permissions boundary limits, or take the boundary off existing ones.",
      source: "IAM User Guide, permissions boundaries: delegating responsibility to others",
      core: ["iam:CreateRole", "iam:CreateUser"]
    },
    {
      actions: ["iam:CreateRole", "iam:CreateUser", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"],
      resources: ["*"],
      condition: { StringNotLike: { "iam:PermissionsBoundary": ["arn:aws:iam::*:policy/{boundary}"] } }
    },
    everywhere2("iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"),
    {
      actions: ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"],
      resources: ["arn:aws:iam::*:policy/{boundary}"],
      boundaryOnly: true
    }
  ),
  builtIn(
    "pass any role",
    { doc: "Hand any role to a service, and with it the role's permissions.", source: "IAM User Guide, passing a role to a service" },
    everywhere2("iam:PassRole")
  ),
  builtIn(
    "manage own credentials",
    {
      doc: "Change one's own IAM password, access keys and authenticators; nobody else's.",
      source: "IAM User Guide, allowing users to manage their own credentials; the guide's method B"
    },
    everywhere2("iam:GetAccountPasswordPolicy", "iam:GetAccountSummary", "iam:ListVirtualMFADevices"),
    {
      actions: ["iam:ChangePassword", "iam:GetUser", "iam:*AccessKey*", "iam:*LoginProfile", "iam:ListMFADevices", "iam:EnableMFADevice", "iam:ResyncMFADevice"],
      resources: ["arn:aws:iam::*:user/${aws:username}"]
    },
    { actions: ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"], resources: ["arn:aws:iam::*:mfa/*"] }
  )
];

// packages/access/src/tasks/working-tasks.ts
var levels = (name, facts) => ({ kind: "levels", origin: "built-in", name, ...facts });
var workingTasks = [
  levels("write", {
    doc: "Change anything: create, alter, delete, tag, or permit.",
    source: "Service Authorization Reference, classes Write, Tagging and Permissions management (2026-09-26); without calls that AWS classes so although their names and answers only read",
    levels: ["Write", "Tagging", "Permissions management"],
    except: ["*:Get*", "*:List*", "*:Describe*", "*:View*", "s3express:CreateSession"],
    core: ["s3:PutObject", "dynamodb:PutItem", "lambda:UpdateFunctionCode", "ec2:RunInstances"]
  }),
  levels("look", {
    doc: "See that something exists and how it is set up.",
    source: "Service Authorization Reference, class List (2026-09-26)",
    levels: ["List"],
    except: [],
    core: ["ec2:DescribeInstances", "s3:ListAllMyBuckets", "lambda:ListFunctions", "iam:ListRoles"]
  }),
  builtIn(
    "read application resources",
    { doc: "Inspect functions, APIs, objects, tables and databases without changing them.", source: "the access guide's tester policy" },
    everywhere2(
      "lambda:Get*",
      "lambda:List*",
      "apigateway:GET",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListAllMyBuckets",
      "dynamodb:DescribeTable",
      "dynamodb:ListTables",
      "rds:Describe*"
    )
  ),
  builtIn(
    "run test jobs",
    { doc: "Start and watch CodeBuild projects whose names begin with `test-`.", source: "the access guide: testers may trigger test jobs" },
    { actions: ["codebuild:StartBuild", "codebuild:StopBuild"], resources: ["arn:aws:codebuild:*:*:project/test-*"] },
    everywhere2("codebuild:BatchGet*", "codebuild:List*")
  ),
  builtIn(
    "operate instances",
    { doc: "Start, stop and reboot EC2 instances.", source: "the access guide's operator policy" },
    everywhere2("ec2:Describe*", "ec2:StartInstances", "ec2:StopInstances", "ec2:RebootInstances")
  ),
  builtIn(
    "operate containers",
    { doc: "Restart and scale ECS services.", source: "the access guide's operator policy" },
    everywhere2("ecs:Describe*", "ecs:List*", "ecs:UpdateService")
  ),
  builtIn(
    "restart services",
    {
      doc: "Restart what runs: ECS services, EC2 instances, Auto Scaling groups.",
      source: "the access guide: what an operator can usually do",
      core: ["ecs:UpdateService", "ec2:RebootInstances"]
    },
    everywhere2("ecs:Describe*", "ecs:List*", "ecs:UpdateService", "ec2:Describe*", "ec2:RebootInstances", "autoscaling:Describe*", "autoscaling:StartInstanceRefresh")
  ),
  builtIn(
    "open sessions",
    { doc: "Open a shell on an instance through Systems Manager Session Manager.", source: "the access guide: what an operator can usually do" },
    { actions: ["ssm:StartSession"], resources: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell"] },
    { actions: ["ssm:ResumeSession", "ssm:TerminateSession"], resources: ["arn:aws:ssm:*:*:session/${aws:userid}-*"] },
    everywhere2("ssm:DescribeSessions", "ssm:DescribeInstanceInformation", "ssm:GetConnectionStatus")
  ),
  builtIn(
    "roll out",
    { doc: "Start deployments that CodeDeploy and CodePipeline already know.", source: "the access guide: what an operator can usually do" },
    everywhere2(
      "codedeploy:BatchGet*",
      "codedeploy:Get*",
      "codedeploy:List*",
      "codedeploy:CreateDeployment",
      "codedeploy:StopDeployment",
      "codepipeline:Get*",
      "codepipeline:List*",
      "codepipeline:StartPipelineExecution",
      "codepipeline:RetryStageExecution"
    )
  )
];

// packages/access/src/tasks/task-catalogue.ts
var builtInTasks = [...identityTasks, ...dataTasks, ...workingTasks];
function taskCatalogue(own = []) {
  return new Map([...builtInTasks, ...own].map((task) => [task.name, task]));
}

// packages/access/src/tasks/file-tasks.ts
function fileTasks(sections) {
  const told = new Map(builtInTasks.map((task) => [task.name, task]));
  return sections.map(({ key, value: value2 }) => {
    const task = fileTask(key.text, value2, told);
    told.set(key.text, task);
    return task;
  });
}
function fileTask(name, section, told) {
  const words = section.allow.map((word2) => word2.text);
  const actions = words.filter(isActionPattern);
  const included = words.filter((word2) => !isActionPattern(word2)).flatMap((word2) => piecesOf(told.get(word2)));
  const own = actions.length === 0 ? [] : [piece(actions, section)];
  const doc = section.about?.text ?? `Told in the file: ${words.join(", ")}.`;
  return { kind: "patterns", origin: "file", name, doc, source: "the access file", pieces: [...included, ...own] };
}
function isActionPattern(word2) {
  return word2 === "*" || word2.includes(":");
}
function piecesOf(task) {
  return task?.kind === "patterns" ? task.pieces : [];
}
function piece(actions, section) {
  const resources = section.on?.map((word2) => word2.text) ?? ["*"];
  const condition = conditionOf(section);
  return condition === void 0 ? { actions, resources } : { actions, resources, condition };
}
function conditionOf(section) {
  if (section.when === void 0 || section.when.length === 0) return void 0;
  const block = {};
  for (const { key, value: value2 } of section.when) {
    const test = testOf(key.text, value2.map((word2) => word2.text));
    if (test !== void 0) block[test.operator] = { ...block[test.operator], [test.key]: test.values };
  }
  return block;
}
var conditionWords = ["tag KEY", "request-tag KEY", "region", "from", "mfa"];
function testOf(word2, values) {
  if (word2.startsWith("tag ")) return { operator: "StringEquals", key: `aws:ResourceTag/${word2.slice(4).trim()}`, values };
  if (word2.startsWith("request-tag ")) return { operator: "StringEquals", key: `aws:RequestTag/${word2.slice(12).trim()}`, values };
  if (word2 === "region") return { operator: "StringEquals", key: "aws:RequestedRegion", values };
  if (word2 === "from") return { operator: "IpAddress", key: "aws:SourceIp", values };
  if (word2 === "mfa") return { operator: "Bool", key: "aws:MultiFactorAuthPresent", values: ["true"] };
  return void 0;
}

// packages/access/src/guardrails/guardrail.ts
function denial(sid, actions, more = {}) {
  return { Sid: sid, Effect: "Deny", Action: actions, Resource: "*", ...more };
}

// packages/access/src/guardrails/workload-guardrails.ts
var globalServices = [
  "a4b:*",
  "access-analyzer:*",
  "account:*",
  "acm:*",
  "activate:*",
  "artifact:*",
  "aws-marketplace:*",
  "aws-marketplace-management:*",
  "aws-portal:*",
  "billing:*",
  "billingconductor:*",
  "budgets:*",
  "ce:*",
  "chatbot:*",
  "chime:*",
  "cloudfront:*",
  "cloudtrail:LookupEvents",
  "compute-optimizer:*",
  "config:*",
  "consoleapp:*",
  "consolidatedbilling:*",
  "cur:*",
  "datapipeline:GetAccountLimits",
  "directconnect:*",
  "ec2:DescribeRegions",
  "ec2:DescribeTransitGateways",
  "ec2:DescribeVpnGateways",
  "fms:*",
  "freetier:*",
  "globalaccelerator:*",
  "health:*",
  "iam:*",
  "identitystore:*",
  "importexport:*",
  "invoicing:*",
  "kms:*",
  "mobileanalytics:*",
  "networkmanager:*",
  "notifications:*",
  "notifications-contacts:*",
  "organizations:*",
  "payments:*",
  "pricing:*",
  "purchase-orders:*",
  "resource-explorer-2:*",
  "route53:*",
  "route53domains:*",
  "route53-recovery-cluster:*",
  "route53-recovery-control-config:*",
  "route53-recovery-readiness:*",
  "s3:CreateMultiRegionAccessPoint",
  "s3:DeleteMultiRegionAccessPoint",
  "s3:DescribeMultiRegionAccessPointOperation",
  "s3:GetAccountPublicAccessBlock",
  "s3:GetMultiRegionAccessPoint*",
  "s3:ListAllMyBuckets",
  "s3:ListMultiRegionAccessPoints",
  "s3:PutAccountPublicAccessBlock",
  "s3:PutMultiRegionAccessPointPolicy",
  "savingsplans:*",
  "shield:*",
  "sso:*",
  "sso-directory:*",
  "sts:*",
  "support:*",
  "supportapp:*",
  "supportplans:*",
  "sustainability:*",
  "tag:GetResources",
  "tax:*",
  "trustedadvisor:*",
  "vendor-insights:ListEntitledSecurityProfiles",
  "waf:*",
  "waf-regional:*",
  "wafv2:*"
];
var tagged = [
  "dynamodb:CreateTable",
  "ecs:CreateCluster",
  "elasticloadbalancing:CreateLoadBalancer",
  "lambda:CreateFunction",
  "rds:CreateDBCluster",
  "rds:CreateDBInstance",
  "secretsmanager:CreateSecret",
  "sns:CreateTopic",
  "sqs:CreateQueue"
];
var workloadGuardrails = [
  {
    name: "only-regions",
    doc: "Nothing is done outside the Regions named; services that have no Region go on working.",
    source: "Organizations User Guide: deny access to AWS based on the requested Region (list of global services as of 2026)",
    words: { what: "Regions", pattern: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, example: "only-regions ap-northeast-2" },
    statements: (regions) => [
      { Sid: "OnlyRegions", Effect: "Deny", NotAction: globalServices, Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": regions } } }
    ]
  },
  {
    name: "no-expensive-instances",
    doc: "Only small EC2 and RDS instances; no reserved capacity and no long commitments.",
    source: "the access guide: prefer small instance sizes in sandboxes",
    statements: () => [
      denial("SmallInstancesOnly", ["ec2:RunInstances"], {
        Resource: "arn:aws:ec2:*:*:instance/*",
        Condition: { StringNotLike: { "ec2:InstanceType": ["*.nano", "*.micro", "*.small", "*.medium"] } }
      }),
      denial("SmallDatabasesOnly", ["rds:CreateDBInstance", "rds:ModifyDBInstance"], {
        Condition: { StringNotLike: { "rds:DatabaseClass": ["db.*.micro", "db.*.small", "db.*.medium"] }, Null: { "rds:DatabaseClass": ["false"] } }
      }),
      denial("NoCommitments", [
        "dynamodb:PurchaseReservedCapacityOfferings",
        "ec2:PurchaseHostReservation",
        "ec2:PurchaseReservedInstancesOffering",
        "elasticache:PurchaseReservedCacheNodesOffering",
        "rds:PurchaseReservedDBInstancesOffering",
        "redshift:PurchaseReservedNodeOffering",
        "savingsplans:CreateSavingsPlan"
      ])
    ]
  },
  {
    name: "protect-public-access-blocks",
    doc: "Nobody can take away the blocks that keep buckets, images and snapshots from being public.",
    source: "the access guide and SecureCart: protect public-access blocks",
    statements: () => [
      denial("KeepPublicAccessBlocks", [
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketPublicAccessBlock"
      ])
    ]
  },
  {
    name: "require-tags",
    doc: "What can be tagged while it is made is made with these tags: instances, volumes, databases, tables, functions, queues, secrets.",
    source: "the access guide: recommended tags; Service Authorization Reference for the calls that take aws:RequestTag",
    words: { what: "tag keys", pattern: /^[A-Za-z0-9_.:/=+@-]{1,128}$/, example: "require-tags Owner ExpiresOn" },
    statements: (keys) => keys.flatMap((key, index) => requireTag(key, index + 1))
  }
];
function requireTag(key, number2) {
  const absent = { Condition: { Null: { [`aws:RequestTag/${key}`]: ["true"] } } };
  return [
    denial(`RequireTag${number2}`, tagged, absent),
    { ...denial(`RequireTag${number2}Machines`, ["ec2:CreateVolume", "ec2:RunInstances"], absent), Resource: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"] }
  ];
}

// packages/access/src/guardrails/guardrail-catalogue.ts
var examples = "Organizations User Guide: service control policy examples";
var root = { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } };
var keepers = ["arn:aws:iam::*:role/OrganizationAccountAccessRole", "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*"];
var identityGuardrails = [
  {
    name: "no-leaving-organization",
    doc: "No account can leave the organization and with it all guardrails.",
    source: examples,
    statements: () => [denial("NoLeaving", ["organizations:LeaveOrganization"])]
  },
  {
    name: "no-trail-tampering",
    doc: "Nobody can stop, change or delete the CloudTrail trails.",
    source: "the access guide and SecureCart: protect CloudTrail",
    statements: () => [
      denial("NoTrailTampering", [
        "cloudtrail:DeleteEventDataStore",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:StopEventDataStoreIngestion",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateEventDataStore",
        "cloudtrail:UpdateTrail"
      ])
    ]
  },
  {
    name: "no-disabling-detection",
    doc: "Nobody can switch off Config, GuardDuty, Security Hub or Access Analyzer.",
    source: examples,
    statements: () => [
      denial("NoDisablingDetection", [
        "access-analyzer:DeleteAnalyzer",
        "config:DeleteConfigurationRecorder",
        "config:DeleteDeliveryChannel",
        "config:StopConfigurationRecorder",
        "guardduty:DeleteDetector",
        "guardduty:DisassociateFromAdministratorAccount",
        "securityhub:DisableSecurityHub",
        "securityhub:DisassociateFromAdministratorAccount"
      ])
    ]
  },
  {
    name: "no-iam-users",
    doc: "No IAM users, passwords or access keys: people come through Identity Center, machines through roles.",
    source: "the access guide: deny iam:CreateUser",
    statements: () => [denial("NoIamUsers", ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser"])]
  },
  {
    name: "no-root-keys",
    doc: "The root user gets no access keys.",
    source: "the access guide: avoid root access keys",
    statements: () => [denial("NoRootKeys", ["iam:CreateAccessKey"], { Condition: root })]
  },
  {
    name: "no-root-use",
    doc: "The root user of a member account can do nothing.",
    source: examples,
    statements: () => [denial("NoRootUse", ["*"], { Condition: root })]
  },
  {
    name: "protect-castellan-roles",
    doc: "Nobody inside an account can change Identity Center's roles, the role Castellan works with, or the boundaries it sets.",
    source: "IAM Identity Center's roles are reserved; customer managed policies that a permission set refers to are not (iam-lens 16)",
    statements: () => [
      {
        ...denial("ProtectRoles", [
          "iam:AttachRolePolicy",
          "iam:DeleteRole",
          "iam:DeleteRolePermissionsBoundary",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole"
        ]),
        Resource: keepers
      },
      {
        ...denial("ProtectBoundaries", ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"]),
        Resource: "arn:aws:iam::*:policy/castellan/*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/OrganizationAccountAccessRole"] } }
      }
    ]
  },
  {
    name: "no-account-instances",
    doc: "No account gets an Identity Center of its own beside the organization's.",
    source: "IAM Identity Center User Guide: prevent account instances with a service control policy",
    statements: () => [denial("NoAccountInstances", ["sso:CreateInstance"])]
  }
];
var guardrails = [...identityGuardrails, ...workloadGuardrails];

// packages/access/src/guardrails/guardrail-policy.ts
var longestControlPolicy = 5120;
function parseGuardrailPhrase(phrase) {
  const [name = "", ...words] = phrase.split(/\s+/).filter((word2) => word2 !== "");
  return { name, words };
}
function findGuardrail(name) {
  return guardrails.find((guardrail) => guardrail.name === name);
}
function controlPolicyName(phrase) {
  return [phrase.name, ...phrase.words].join("-").replace(/[^A-Za-z0-9_+=,.@-]/g, "-").slice(0, 128);
}
function controlPolicyDocument(guardrail, words) {
  return JSON.stringify({ Version: "2012-10-17", Statement: guardrail.statements(words) });
}

// packages/access/src/file/checks/check-guardrails.ts
var mostControlPolicies = 9;
function checkGuardrails(context) {
  const { content, reading } = context;
  const places = new Map([...outsideNames([everywhere, ...unitNames(content).keys()]), ...namesOf(content.accounts)]);
  for (const { key, value: value2 } of content.guardrails ?? []) {
    checkName(key, places, { code: "CST0108", what: "unit", help: "a unit of the file, an account, or `everywhere`" }, context);
    for (const word2 of value2) checkPhrase(word2, context);
    checkOnce(value2, "guardrail", context);
    if (value2.length > mostControlPolicies) {
      reading.report("CST0210", `${value2.length} guardrails hang on \`${key.text}\``, { span: key.span, help: `AWS allows ${mostControlPolicies} beside its own FullAWSAccess` });
    }
  }
}
function checkPhrase(word2, context) {
  const phrase = parseGuardrailPhrase(word2.text);
  const guardrail = findGuardrail(phrase.name);
  const name = subword(word2, word2.text.indexOf(phrase.name), phrase.name);
  if (guardrail === void 0) checkName(name, outsideNames(guardrails.map((one) => one.name)), { code: "CST0106", what: "guardrail" }, context);
  else if (checkWords(word2, phrase, guardrail, context)) checkLength(word2, phrase, guardrail, context);
}
function checkWords(word2, phrase, guardrail, { reading }) {
  const { words } = guardrail;
  if (words === void 0) {
    if (phrase.words.length === 0) return true;
    reading.report("CST0213", `\`${guardrail.name}\` takes no words`, { span: word2.span, help: `write \`${guardrail.name}\`` });
    return false;
  }
  const wrong = phrase.words.find((one) => !words.pattern.test(one));
  if (phrase.words.length > 0 && wrong === void 0) return true;
  const message = wrong === void 0 ? `\`${guardrail.name}\` needs ${words.what}` : `\`${wrong}\` is not among ${words.what} that AWS could have`;
  reading.report("CST0213", message, { span: word2.span, help: `for example \`${words.example}\`` });
  return false;
}
function checkLength(word2, phrase, guardrail, { reading }) {
  const { length } = controlPolicyDocument(guardrail, phrase.words);
  if (length <= longestControlPolicy) return;
  reading.report("CST0208", `guardrail \`${word2.text}\` becomes ${length} characters`, { span: word2.span, help: `AWS allows ${longestControlPolicy}; name fewer` });
}

// packages/access/src/file/special-shapes.ts
var import_yaml4 = __toESM(require_dist(), 1);

// packages/access/src/file/collection-shapes.ts
var import_yaml3 = __toESM(require_dist(), 1);

// packages/access/src/file/scalar-shapes.ts
var import_yaml2 = __toESM(require_dist(), 1);

// packages/access/src/file/node-words.ts
var import_yaml = __toESM(require_dist(), 1);
function nodeInWords(node) {
  if (node === null || node === void 0) return "nothing";
  if ((0, import_yaml.isAlias)(node)) return "an alias";
  if ((0, import_yaml.isMap)(node)) return "a map";
  if ((0, import_yaml.isSeq)(node)) return "a list";
  if (!(0, import_yaml.isScalar)(node)) return "nothing";
  return scalarInWords(node.value);
}
function scalarInWords(value2) {
  if (value2 === null || value2 === void 0) return "nothing";
  if (typeof value2 === "number" || typeof value2 === "bigint") return "a number";
  if (typeof value2 === "boolean") return `\`${String(value2)}\``;
  return "text";
}

// packages/access/src/file/scalar-shapes.ts
function text(words, form = {}) {
  const schema = {
    type: "string",
    ...form.pattern === void 0 ? {} : { pattern: form.pattern.source },
    ...form.among === void 0 ? {} : { enum: form.among },
    ...form.example === void 0 ? {} : { examples: [form.example] }
  };
  const read = (node, reading, at2) => {
    const word2 = readWord(node, words, reading, at2);
    if (word2 !== void 0) checkForm(word2, words, form, reading);
    return word2;
  };
  return { words, schema, read };
}
function readWord(node, words, reading, at2) {
  const span = reading.spanOf(node, at2);
  if ((0, import_yaml2.isScalar)(node) && typeof node.value === "string") return { text: node.value, span, quoted: isQuoted(node) };
  if (!(0, import_yaml2.isScalar)(node) || node.value === null) return wrongKind(node, words, reading, at2);
  const written2 = node.source ?? "";
  const help = `put it in quotes: \`"${written2}"\``;
  const fix = [{ span, text: `"${written2}"` }];
  reading.report("CST0007", `expected ${words}, found ${nodeInWords(node)}`, { span, help, fix });
  reading.broken.add(written2);
  return { text: written2, span, quoted: false };
}
function checkForm(word2, words, form, reading) {
  const message = `\`${word2.text}\` is not ${words}`;
  if (form.among !== void 0 && !form.among.includes(word2.text)) {
    const near = reading.near(word2.text, form.among);
    const detail = near === void 0 ? { help: `one of ${listInWords(form.among)}` } : { help: `write \`${near}\``, fix: [replacement(word2, near)] };
    reading.report("CST0008", message, { span: word2.span, ...detail });
  } else if (form.pattern !== void 0 && !form.pattern.test(word2.text)) {
    const help = form.example === void 0 ? {} : { help: `for example \`${form.example}\`` };
    reading.report("CST0008", message, { span: word2.span, ...help });
  }
}
function wholeNumber(words, range) {
  const read = (node, reading, at2) => {
    if (!(0, import_yaml2.isScalar)(node) || typeof node.value !== "number") return wrongKind(node, words, reading, at2);
    if (Number.isInteger(node.value) && node.value >= range.min && node.value <= range.max) return node.value;
    const span = reading.spanOf(node, at2);
    reading.report("CST0008", `expected ${words}, found \`${node.value}\``, { span, help: `from ${range.min} to ${range.max}` });
    return void 0;
  };
  return { words, schema: { type: "integer", minimum: range.min, maximum: range.max }, read };
}
function truth(words) {
  const read = (node, reading, at2) => (0, import_yaml2.isScalar)(node) && typeof node.value === "boolean" ? node.value : wrongKind(node, words, reading, at2);
  return { words, schema: { type: "boolean" }, read };
}
function wrongKind(node, words, reading, at2) {
  const found = nodeInWords(node);
  if (found === "an alias") {
    const help = "write the value out";
    reading.report("CST0011", "an access file has no aliases", { span: reading.spanOf(node, at2), help });
  } else reading.report("CST0007", `expected ${words}, found ${found}`, { span: reading.spanOf(node, at2) });
  return void 0;
}
function listInWords(words) {
  const quoted2 = words.map((word2) => `\`${word2}\``);
  const last = quoted2.pop() ?? "nothing";
  return quoted2.length === 0 ? last : `${quoted2.join(", ")} or ${last}`;
}
function isQuoted(node) {
  return node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
}

// packages/access/src/file/collection-shapes.ts
function list(words, shape, allow2 = {}) {
  const array = { type: "array", items: shape.schema };
  const schema = allow2.orOne === true ? { anyOf: [shape.schema, array] } : array;
  const read = (node, reading, at2) => {
    if ((0, import_yaml3.isSeq)(node)) return node.items.map((item) => shape.read(item, reading, reading.spanOf(node, at2))).filter(isRead);
    if (allow2.orOne !== true || isMissing(node)) return wrongKind(node, words, reading, at2);
    const one = shape.read(node, reading, at2);
    return one === void 0 ? void 0 : [one];
  };
  return { words, schema, read };
}
function oneOrMany(words, shape) {
  return list(words, shape, { orOne: true });
}
function mapOf(words, shape, keys = {}) {
  const names4 = keys.pattern === void 0 ? {} : { propertyNames: { pattern: keys.pattern.source } };
  const schema = { type: "object", additionalProperties: shape.schema, ...names4 };
  const read = (node, reading, at2) => {
    if (!(0, import_yaml3.isMap)(node)) return wrongKind(node, words, reading, at2);
    return keyedPairs(node, reading, at2).flatMap(({ key, value: value2 }) => {
      const one = shape.read(value2, reading, key.span);
      if (one === void 0) reading.broken.add(key.text);
      return one === void 0 ? [] : [{ key, value: one }];
    });
  };
  return { words, schema, read };
}
function object(words, fields) {
  const byKey = new Map(Object.entries(fields).map(([name, field]) => [writtenKey(name), { name, field }]));
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries([...byKey].map(([key, { field }]) => [key, { description: field.doc, ...field.shape.schema }])),
    required: [...byKey].filter(([, { field }]) => field.needed).map(([key]) => key)
  };
  const read = (node, reading, at2) => {
    if (!(0, import_yaml3.isMap)(node)) return wrongKind(node, words, reading, at2);
    const values = /* @__PURE__ */ new Map();
    const pairs = keyedPairs(node, reading, at2);
    for (const { key, value: value2 } of pairs) readField(byKey, key, value2, reading, values);
    const whole = reading.spanOf(node, at2);
    const complete = reportMissing(byKey, new Set(pairs.map(({ key }) => key.text)), words, reading, whole) && hasNeeded(byKey, values);
    return complete ? { span: whole, ...Object.fromEntries(values) } : void 0;
  };
  return { words, schema, read };
}
function readField(fields, key, value2, reading, values) {
  const found = fields.get(key.text);
  if (found === void 0) return reportUnknown(fields, key, reading);
  const read = found.field.shape.read(value2, reading, key.span);
  if (read !== void 0) values.set(found.name, read);
}
function reportUnknown(fields, key, reading) {
  const near = reading.near(key.text, fields.keys());
  const help = near === void 0 ? `known here: ${[...fields.keys()].join(", ")}` : `write \`${near}\``;
  const fix = near === void 0 ? {} : { fix: [replacement(key, near)] };
  reading.report("CST0005", `unknown key \`${key.text}\``, { span: key.span, label: "no such key here", help, ...fix });
}
function reportMissing(fields, written2, words, reading, span) {
  const missing = [...fields].filter(([key, { field }]) => field.needed && !written2.has(key)).map(([key]) => key);
  for (const key of missing) reading.report("CST0006", `\`${key}\` is missing in ${words}`, { span, help: `add \`${key}: \u2026\`` });
  return missing.length === 0;
}
function hasNeeded(fields, values) {
  return [...fields.values()].every(({ name, field }) => !field.needed || values.has(name));
}
function keyedData(map, reading, at2) {
  return keyedPairs(map, reading, at2).map(({ key, value: value2 }) => [key.text, value2]);
}
function keyedPairs(map, reading, at2) {
  const seen = /* @__PURE__ */ new Map();
  return map.items.flatMap((pair) => {
    const key = keyOf(pair, reading, at2);
    if (key === void 0) return [];
    const first = seen.get(key.text);
    if (first !== void 0) {
      const notes = [{ message: "first written here", span: first.span }];
      reading.report("CST0004", `\`${key.text}\` is written twice`, { span: key.span, label: "again", notes });
      return [];
    }
    seen.set(key.text, key);
    return [{ key, value: pair.value }];
  });
}
function keyOf(pair, reading, at2) {
  const node = pair.key;
  if (!(0, import_yaml3.isScalar)(node) || node.value === null) return wrongKind(node, "a name as the key", reading, at2);
  const quoted2 = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const written2 = typeof node.value === "string" ? node.value : node.source ?? "";
  return { text: written2, span: reading.spanOf(node, at2), quoted: quoted2 };
}
function isMissing(node) {
  return node === null || node === void 0 || (0, import_yaml3.isAlias)(node) || (0, import_yaml3.isScalar)(node) && node.value === null;
}
function isRead(value2) {
  return value2 !== void 0;
}
function writtenKey(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// packages/access/src/file/special-shapes.ts
var accountId = {
  words: "an account id of 12 digits in quotes",
  schema: { type: "string", pattern: "^[0-9]{12}$", examples: ["111122223333"] },
  read(node, reading, at2) {
    const span = reading.spanOf(node, at2);
    if (!(0, import_yaml4.isScalar)(node) || node.value === null) return wrongKind(node, this.words, reading, at2);
    const digits = typeof node.value === "string" ? node.value : node.source ?? "";
    const good = typeof node.value === "string" && /^\d{12}$/.test(digits);
    if (!good) reportAccountId(digits, span, reading);
    return { text: digits, span, quoted: good };
  }
};
function reportAccountId(digits, span, reading) {
  if (!/^\d{12}$/.test(digits)) {
    reading.report("CST0201", `\`${digits}\` is not an account id`, { span, help: 'twelve digits in quotes, for example `"111122223333"`' });
    return;
  }
  const fix = [{ span, text: `"${digits}"` }];
  reading.report("CST0201", `account id \`${digits}\` is not quoted`, { span, help: `write \`"${digits}"\``, fix });
}
var emailPattern = /^[^\s@"<>]+@[^\s@"<>.]+(\.[^\s@"<>.]+)+$/;
function isEmail(address) {
  return address.length <= 100 && emailPattern.test(address);
}
var email = {
  words: "an e-mail address",
  schema: { type: "string", format: "email", maxLength: 100 },
  read(node, reading, at2) {
    const word2 = text("an e-mail address").read(node, reading, at2);
    if (word2 !== void 0 && !isEmail(word2.text)) reading.report("CST0202", `\`${word2.text}\` is not an e-mail address`, { span: word2.span });
    return word2;
  }
};
var session = {
  words: "a session length such as `8h`",
  schema: { type: "string", pattern: "^([0-9]+h)?([0-9]+m)?$", examples: ["1h", "8h"] },
  read(node, reading, at2) {
    const word2 = text(this.words).read(node, reading, at2);
    if (word2 === void 0) return void 0;
    const match = /^(?:(\d{1,4})h)?(?:(\d{1,4})m)?$/.exec(word2.text);
    const minutes = match === null ? 0 : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
    const help = "from `1h` to `12h`; short for administrators, a working day for others";
    if (minutes < 60 || minutes > 720) reading.report("CST0203", `\`${word2.text}\` is not a session that AWS allows`, { span: word2.span, help });
    return { word: word2, minutes };
  }
};
var day = text("a day", { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, example: "2026-10-31" });
function plainData(words, schema) {
  const read = (node, reading, at2) => ({ data: dataOf(node, reading, at2), span: reading.spanOf(node, at2) });
  return { words, schema, read };
}
function dataOf(node, reading, at2) {
  if ((0, import_yaml4.isScalar)(node)) return node.value;
  if ((0, import_yaml4.isSeq)(node)) return node.items.map((item) => dataOf(item, reading, at2));
  if (!(0, import_yaml4.isMap)(node)) return wrongKind(node, "a value", reading, at2);
  return Object.fromEntries(keyedData(node, reading, at2).map(([key, value2]) => [key, dataOf(value2, reading, at2)]));
}
function notBuilt(what) {
  const read = (_node, reading, at2) => {
    const help = "it changes nothing for now; keep it or leave it out";
    reading.report("CST0010", `${what} is not built yet`, { span: at2, label: "understood, not done", help });
    return { span: at2 };
  };
  return { words: "anything", schema: {}, read };
}

// packages/access/src/file/checks/check-people.ts
var jobs = new Set(
  "admin administrator auditor billing build ci cicd deploy deployer dev developer devops finance guest info it office operator ops owner prod production qa readonly root security service shared staff support sysadmin team test tester user".split(" ")
);
var sharing = /* @__PURE__ */ new Set(["shared", "team", "group", "everyone", "all"]);
function looksShared(name) {
  const parts = name.toLowerCase().split(/[-_.+]/);
  return parts.some((part) => sharing.has(part)) || parts.every((part) => jobs.has(part.replace(/\d+$/, "")) || /^\d+$/.test(part));
}
function checkPeople(context) {
  const groups2 = namesOf(context.content.groups);
  for (const { key, value: value2 } of context.content.people ?? []) {
    checkAddress(key, context);
    for (const group of value2.is ?? []) checkName(group, groups2, { code: "CST0102", what: "group" }, context);
    for (const group of value2.was ?? []) checkName(group, groups2, { code: "CST0102", what: "group" }, context);
    checkOnce([...value2.is ?? [], ...value2.was ?? []], "group", context);
    if (value2.left !== void 0 && (value2.is ?? []).length > 0) reportLeft(key, value2.left, context);
  }
  checkGroups(context);
}
function checkAddress(key, { reading }) {
  if (!isEmail(key.text)) {
    reading.report("CST0202", `\`${key.text}\` is not an e-mail address`, { span: key.span, help: "people are named by their own address: `minji@example.com`" });
    return;
  }
  const [local = ""] = key.text.split("@");
  if (!looksShared(local)) return;
  const help = "give each person an address of their own: `john@example.com`";
  reading.report("CST0206", `\`${local}\` looks like an account that people share`, { span: key.span, label: "a job, not a person", help });
}
function reportLeft(key, left, { reading }) {
  const help = "take `is` away; Castellan removes the person and keeps the line until that is proven";
  reading.report("CST0214", `\`${key.text}\` left on ${left.text} but still has groups`, { span: left.span, help });
}
function checkGroups(context) {
  const names4 = context.content.groups.map(({ value: value2 }) => value2);
  checkOnce(names4, "group name", context);
  const iam = context.content.organization.method?.text === "iam-users";
  const rule = iam ? { what: "group name", longest: 128, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" } : { what: "group name", longest: 1024, pattern: /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+$/, characters: "no control characters" };
  for (const name of names4) checkNameRule(name, rule, context);
}

// packages/access/src/roles/used-policy.ts
function usedPolicy(word2, known) {
  const task = known.tasks.get(word2);
  if (task !== void 0) return { kind: "task", task };
  const policy = known.catalog.managedPolicy(word2);
  if (policy !== void 0) return { kind: "managed", policy };
  return word2.endsWith(".json") ? { kind: "file", path: word2 } : void 0;
}
function readStatements(data) {
  if (typeof data === "string") return readJson(data);
  if (Array.isArray(data)) return data.length > 0 && data.every(isRecord) ? data : void 0;
  if (!isRecord(data)) return void 0;
  if (!("Statement" in data)) return "Effect" in data ? [data] : void 0;
  return isRecord(data["Statement"]) ? [data["Statement"]] : readStatements(data["Statement"]);
}
function readJson(text3) {
  try {
    const data = JSON.parse(text3);
    return typeof data === "string" ? void 0 : readStatements(data);
  } catch {
    return void 0;
  }
}
function isRecord(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}

// packages/access/src/file/checks/check-permission-sets.ts
var mostManagedPolicies = 20;
function checkPermissionSets(context) {
  for (const entry of context.content.permissionSets) checkSet(entry, context);
  for (const entry of context.content.boundaries ?? []) checkBoundary(entry, context);
}
function checkSet({ key, value: value2 }, context) {
  const { reading } = context;
  checkNameRule(key, { what: "permission set", longest: 32, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" }, context);
  for (const use2 of value2.use) checkUse(use2, context);
  checkOnce(value2.use.flatMap((use2) => use2.kind === "named" ? use2.word : []), "policy or task", context);
  for (const word2 of value2.never ?? []) checkPatternTask(word2, "`never`", context);
  if (value2.boundary !== void 0) checkBoundaryName(value2.boundary, context);
  if (value2.description !== void 0 && value2.description.text.length > 700) {
    reading.report("CST0204", "the description is too long", { span: value2.description.span, help: "AWS allows 700 characters" });
  }
  const managed = value2.use.filter((use2) => use2.kind === "named" && usedPolicy(use2.word.text, context)?.kind === "managed");
  if (managed.length > mostManagedPolicies) {
    reading.report("CST0210", `\`${key.text}\` uses ${managed.length} managed policies`, { span: key.span, help: `AWS allows ${mostManagedPolicies} in a permission set` });
  }
}
function checkUse(use2, context) {
  if (use2.kind === "policy") {
    if (readStatements(use2.policy.data) !== void 0) return;
    const help = "a list of IAM statements, or a policy with `Statement`";
    context.reading.report("CST0209", "this is not an IAM policy", { span: use2.policy.span, help });
    return;
  }
  const found = usedPolicy(use2.word.text, context);
  if (found === void 0) {
    const names4 = [...context.tasks.keys(), ...context.catalog.managedPolicyIndex().map((policy) => policy.name)];
    const help = "an AWS managed policy by its exact name, a task, or a file such as `policies/tester.json`";
    checkName(use2.word, outsideNames(names4), { code: "CST0104", what: "policy or task", help }, context);
  } else if (found.kind === "task") checkPatternTask(use2.word, "`use`", context);
}
function checkPatternTask(word2, where, context) {
  const places = namesOf(context.content.tasks);
  const names4 = new Map([...outsideNames(context.tasks.keys()), ...places]);
  if (!checkName(word2, names4, { code: "CST0105", what: "task" }, context)) return;
  if (context.tasks.get(word2.text)?.kind !== "levels") return;
  const help = 'AWS policies cannot say "every action that writes"; choose a managed policy that does not, and promise it';
  context.reading.report("CST0211", `task \`${word2.text}\` cannot stand after ${where}`, { span: word2.span, help });
}
function checkBoundaryName(word2, context) {
  const own = namesOf(context.content.boundaries);
  if (own.has(word2.text) || context.catalog.managedPolicy(word2.text) !== void 0) return;
  checkName(word2, own, { code: "CST0107", what: "boundary" }, context);
}
function checkBoundary({ key, value: value2 }, context) {
  checkNameRule(key, { what: "boundary", longest: 128, pattern: /^[\w+=,.@-]+$/, characters: "letters, digits and `+=,.@-_`" }, context);
  for (const word2 of value2.use ?? []) checkPatternTask(word2, "`use`", context);
  for (const word2 of value2.never ?? []) checkPatternTask(word2, "`never`", context);
}

// packages/access/src/file/checks/check-profile-words.ts
function checkProfileWords(context) {
  const sets = namesOf(context.content.permissionSets);
  for (const { key } of context.content.profiles?.short ?? []) checkName(key, sets, { code: "CST0103", what: "permission set" }, context);
}

// packages/policy/src/document/source.ts
var lineStartsOf = /* @__PURE__ */ new WeakMap();
function positionAt(source, offset) {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
function spanOf(source, part) {
  const span = { start: positionAt(source, part.start), end: positionAt(source, part.end) };
  return source.file === void 0 ? span : { file: source.file, ...span };
}
function lineStarts(source) {
  const known = lineStartsOf.get(source);
  if (known !== void 0) return known;
  const starts = [0];
  for (let at2 = source.text.indexOf("\n"); at2 !== -1; at2 = source.text.indexOf("\n", at2 + 1)) starts.push(at2 + 1);
  lineStartsOf.set(source, starts);
  return starts;
}

// packages/policy/src/json/json-cursor.ts
var longestExcerpt = 40;
function fail(cursor, problem, start, end) {
  const stop = Math.max(start, Math.min(end, cursor.text.length));
  cursor.fault ??= {
    problem,
    start,
    end: stop,
    found: cursor.text.slice(start, Math.min(stop, start + longestExcerpt))
  };
  return void 0;
}
function failHere(cursor) {
  const problem = cursor.at < cursor.text.length ? "unexpectedText" : "unexpectedEnd";
  return fail(cursor, problem, cursor.at, cursor.at + 1);
}
function skipSpace(cursor) {
  for (; ; ) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    cursor.at += 1;
  }
}
function take(cursor, code) {
  if (cursor.text.charCodeAt(cursor.at) !== code) return false;
  cursor.at += 1;
  return true;
}

// packages/policy/src/json/scan-string.ts
var quote = 34;
var backslash = 92;
var letterU = 117;
var simpleEscapes = /* @__PURE__ */ new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function scanString(cursor) {
  const start = cursor.at;
  const { text: text3 } = cursor;
  for (let at2 = start + 1; at2 < text3.length; at2 += 1) {
    const code = text3.charCodeAt(at2);
    if (code === quote) {
      cursor.at = at2 + 1;
      return { kind: "string", value: text3.slice(start + 1, at2), start, end: at2 + 1 };
    }
    if (code === backslash || code < 32 || code >= 55296 && code <= 57343) return scanSlowly(cursor, start);
  }
  return fail(cursor, "unfinishedString", start, text3.length);
}
function scanSlowly(cursor, start) {
  let value2 = "";
  cursor.at = start + 1;
  while (cursor.at < cursor.text.length) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === quote) {
      cursor.at += 1;
      return wellFormed(cursor, { kind: "string", value: value2, start, end: cursor.at });
    }
    if (code < 32) return fail(cursor, "controlCharacter", cursor.at, cursor.at + 1);
    const piece2 = code === backslash ? scanEscape(cursor) : cursor.text.charAt(cursor.at++);
    if (piece2 === void 0) return void 0;
    value2 += piece2;
  }
  return fail(cursor, "unfinishedString", start, cursor.text.length);
}
function wellFormed(cursor, node) {
  return hasLoneSurrogate(node.value) ? fail(cursor, "loneSurrogate", node.start, node.end) : node;
}
function scanEscape(cursor) {
  const start = cursor.at;
  if (cursor.text.charCodeAt(start + 1) === letterU) return scanUnicodeEscape(cursor);
  const value2 = simpleEscapes.get(cursor.text.charAt(start + 1));
  cursor.at += 2;
  return value2 ?? fail(cursor, "badEscape", start, start + 2);
}
function scanUnicodeEscape(cursor) {
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return fail(cursor, "badEscape", cursor.at, cursor.at + 6);
  cursor.at += 6;
  return String.fromCharCode(Number.parseInt(digits, 16));
}
function hasLoneSurrogate(text3) {
  for (let at2 = 0; at2 < text3.length; at2 += 1) {
    const point = text3.codePointAt(at2) ?? 0;
    if (point >= 55296 && point <= 57343) return true;
    if (point > 65535) at2 += 1;
  }
  return false;
}

// packages/policy/src/json/parse-json.ts
function parseJson(text3, limits2) {
  const cursor = { text: text3, maxDepth: limits2.maxDepth, at: 0, depth: 0, fault: void 0 };
  const value2 = text3.length > limits2.maxLength ? fail(cursor, "tooLong", 0, text3.length) : parseWhole(cursor);
  if (value2 !== void 0 && cursor.fault === void 0) return { kind: "json", value: value2 };
  return { kind: "fault", fault: cursor.fault ?? { problem: "unexpectedEnd", start: 0, end: 0, found: "" } };
}
function parseWhole(cursor) {
  const value2 = parseValue(cursor);
  skipSpace(cursor);
  if (value2 !== void 0 && cursor.at < cursor.text.length) return failHere(cursor);
  return value2;
}
function parseValue(cursor) {
  skipSpace(cursor);
  switch (cursor.text.charCodeAt(cursor.at)) {
    case 34:
      return scanString(cursor);
    case 123:
      return nested(cursor, parseObject);
    case 91:
      return nested(cursor, parseArray);
    default:
      return parseWord(cursor);
  }
}
function nested(cursor, parse) {
  if (cursor.depth === cursor.maxDepth) return fail(cursor, "tooDeep", cursor.at, cursor.at + 1);
  cursor.depth += 1;
  const value2 = parse(cursor);
  cursor.depth -= 1;
  return value2;
}
function parseObject(cursor) {
  const start = cursor.at;
  const members = [];
  const names4 = /* @__PURE__ */ new Set();
  const closed = parseItems(cursor, 125, () => {
    const member2 = parseMember(cursor);
    if (member2 === void 0) return false;
    members.push(member2);
    if (names4.has(member2.name.value)) fail(cursor, "duplicateMember", member2.name.start, member2.name.end);
    names4.add(member2.name.value);
    return cursor.fault === void 0;
  });
  return closed ? { kind: "object", members, start, end: cursor.at } : void 0;
}
function parseMember(cursor) {
  skipSpace(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== 34) return failHere(cursor);
  const name = scanString(cursor);
  if (name === void 0) return void 0;
  skipSpace(cursor);
  if (!take(cursor, 58)) return failHere(cursor);
  const value2 = parseValue(cursor);
  return value2 === void 0 ? void 0 : { name, value: value2 };
}
function parseArray(cursor) {
  const start = cursor.at;
  const items = [];
  const closed = parseItems(cursor, 93, () => {
    const item = parseValue(cursor);
    if (item !== void 0) items.push(item);
    return item !== void 0;
  });
  return closed ? { kind: "array", items, start, end: cursor.at } : void 0;
}
function parseItems(cursor, close, parseItem) {
  cursor.at += 1;
  skipSpace(cursor);
  if (take(cursor, close)) return true;
  while (parseItem()) {
    skipSpace(cursor);
    if (take(cursor, close)) return true;
    if (!take(cursor, 44)) break;
  }
  if (cursor.fault === void 0) failHere(cursor);
  return false;
}
var word = /[-+.\w]+/y;
var number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
function parseWord(cursor) {
  const start = cursor.at;
  word.lastIndex = start;
  const text3 = word.exec(cursor.text)?.[0];
  if (text3 === void 0) return failHere(cursor);
  const end = start + text3.length;
  cursor.at = end;
  if (text3 === "true" || text3 === "false") return { kind: "boolean", value: text3 === "true", start, end };
  if (text3 === "null") return { kind: "null", start, end };
  if (number.test(text3)) return { kind: "number", text: text3, start, end };
  return fail(cursor, /^[-+.\d]/.test(text3) ? "badNumber" : "unexpectedText", start, end);
}

// packages/policy/src/document/kind-rules.ts
var identity = {
  dialect: "iam",
  noun: "identity policy",
  principal: "forbidden",
  resource: "required",
  incompleteArn: "expand",
  strictSids: true,
  resourcesAreArns: true,
  currentVersionOnly: false
};
var resource = {
  dialect: "resource",
  noun: "resource policy",
  principal: "required",
  resource: "optional",
  incompleteArn: "expandIfWildcard",
  strictSids: false,
  resourcesAreArns: false,
  currentVersionOnly: false
};
var scp = {
  dialect: "organizations",
  noun: "service control policy",
  principal: "forbidden",
  resource: "required",
  incompleteArn: "expandIfWildcard",
  strictSids: false,
  resourcesAreArns: true,
  currentVersionOnly: true
};
var kindRules = {
  identity,
  boundary: { ...identity, noun: "permissions boundary" },
  session: { ...identity, noun: "session policy", incompleteArn: "reject" },
  trust: { ...resource, noun: "role trust policy", resource: "forbidden", strictSids: true },
  resource,
  scp,
  rcp: { ...scp, noun: "resource control policy", principal: "onlyStar", incompleteArn: "reject" },
  vpcEndpoint: { ...resource, noun: "VPC endpoint policy", resource: "required" }
};

// packages/policy/src/document/malformation.ts
var syntax = "Syntax errors in policy.";
var legacy = "The policy failed legacy parsing";
var organizations = "The provided policy document does not meet the requirements of the specified policy type.";
var atPosition = ({ end }) => `Syntax error at position (${end.line},${end.column})`;
var invalidJson = "This policy contains invalid Json";
var invalidPrincipal = ({ text: text3 }) => `Invalid principal in policy: ${text3}`;
function row(code, rank, iam, resource2, meaningful = false) {
  return { code, rank, meaningful, iam, resource: resource2 };
}
var malformations = {
  invalidJson: row("CST1001", 0, syntax, invalidJson),
  notAnObject: row("CST1002", 0, syntax, invalidJson),
  unknownElement: row("CST1003", 0, syntax, atPosition),
  wrongType: row("CST1004", 0, syntax, atPosition),
  missingStatement: row("CST1005", 0, syntax, "Could not parse the policy: Statement is empty!"),
  invalidVersion: row("CST1006", 0, syntax, "The policy must contain a valid version string"),
  oldVersion: row(
    "CST1007",
    1,
    "Policy document must be version 2012-10-17 or greater.",
    "The policy must contain a valid version string",
    true
  ),
  missingEffect: row("CST1008", 0, syntax, "Missing required field Effect"),
  invalidEffect: row("CST1009", 0, syntax, ({ text: text3 }) => `Invalid effect: ${text3}`),
  effectCase: row("CST1010", 2, legacy, ({ text: text3 }) => `Invalid effect: ${text3}`),
  elementClash: row("CST1011", 0, syntax, atPosition),
  missingAction: row("CST1012", 4, "Policy statement must contain actions.", "Missing required field Action"),
  missingResource: row("CST1013", 7, "Policy statement must contain resources.", "Missing required field Resource"),
  prohibitedPrincipal: row(
    "CST1014",
    3,
    "Policy document should not specify a principal.",
    "Has prohibited field Principal"
  ),
  prohibitedResource: row("CST1015", 3, syntax, ({ text: text3 }) => `Has prohibited field ${text3}`, true),
  missingPrincipal: row("CST1016", 3, syntax, "Missing required field Principal"),
  emptyPrincipal: row("CST1017", 3, syntax, "Missing required field Principal cannot be empty!"),
  invalidPrincipal: row("CST1018", 3, syntax, invalidPrincipal),
  trustedStar: row("CST1019", 3, syntax, 'AssumeRolepolicy contained an invalid principal: "STAR":"*".', true),
  invalidProvider: row("CST1020", 3, syntax, "Federated principals must be valid domain names or SAML metadata ARNs"),
  allowNotPrincipal: row("CST1021", 3, syntax, "Allow with NotPrincipal is not allowed.", true),
  trustNotPrincipal: row("CST1022", 3, syntax, "AssumeRole policy must not contain NotPrincipal field.", true),
  actionWithoutVendor: row(
    "CST1023",
    6,
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
    "Policy has invalid action"
  ),
  actionColons: row("CST1024", 6, "Actions/Condition can contain only one colon.", "Policy has invalid action"),
  invalidVendor: row("CST1025", 6, ({ text: text3 }) => `Vendor ${text3} is not valid`, "Policy has invalid action"),
  trustAction: row("CST1026", 6, syntax, "AssumeRole policy may only specify STS AssumeRole actions.", true),
  resourceNotArn: row(
    "CST1027",
    5,
    ({ text: text3 }) => `Resource ${text3} must be in ARN format or "*".`,
    "Policy has invalid resource",
    true
  ),
  resourcePartition: row("CST1028", 5, ({ text: text3 }) => partitionRefusal(text3), "Policy has invalid resource", true),
  resourceVendor: row(
    "CST1029",
    5,
    "Resource vendor must be fully qualified and cannot contain regexes.",
    "Policy has invalid resource",
    true
  ),
  iamRegion: row(
    "CST1030",
    5,
    ({ text: text3 }) => `IAM resource ${text3} cannot contain region information.`,
    "Policy has invalid resource",
    true
  ),
  s3Region: row(
    "CST1031",
    5,
    ({ text: text3 }) => `Resource ${text3} can not contain region information.`,
    "Policy has invalid resource",
    true
  ),
  iamPath: row(
    "CST1032",
    5,
    `IAM resource path must either be "*" or start with ${iamPaths().join(", ")}.`,
    "Policy has invalid resource",
    true
  ),
  incompleteResource: row("CST1033", 2, legacy, "Policy has invalid resource", true),
  invalidOperator: row("CST1034", 0, syntax, ({ text: text3 }) => `Invalid Condition type : ${text3}`),
  invalidDate: row("CST1035", 2, legacy, atPosition, true),
  duplicateSid: row(
    "CST1036",
    3,
    "Statement IDs (SID) in a single policy must be unique.",
    "The Statement Ids in the policy are not unique",
    true
  ),
  invalidSid: row("CST1037", 3, sidRefusal(), sidRefusal(), true),
  scpAllowResource: row("CST1038", 3, syntax, syntax, true),
  rcpAllow: row("CST1039", 3, syntax, syntax, true),
  rcpNotAction: row("CST1040", 3, syntax, syntax, true),
  rcpBareStar: row("CST1041", 3, syntax, syntax, true)
};
function refusal(malformation, dialect, subject) {
  const words = {
    iam: malformation.iam,
    resource: malformation.resource,
    organizations
  };
  const chosen = words[dialect];
  return typeof chosen === "string" ? chosen : chosen(subject);
}
function iamPaths() {
  return [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/"
  ];
}
function partitionRefusal(resource2) {
  const [, partition2 = "", service = "", region2 = "", account = "", ...rest] = resource2.split(":");
  const fields = [service, region2, account, rest.join(":")].map(
    (field, place) => field || (resource2.split(":").length > place + 2 ? "" : "*")
  );
  return `Partition "${partition2}" is not valid for resource "arn:${partition2}:${fields.join(":")}".`;
}
function sidRefusal() {
  return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
}

// packages/policy/src/pattern/glob.ts
var anyRun = 0;
var anyOne = 1;
var any = { kind: "any" };
function parseGlob(text3) {
  const parts = [];
  let start = 0;
  for (let at2 = 0; at2 <= text3.length; at2 += 1) {
    const code = text3.charCodeAt(at2);
    if (at2 < text3.length && code !== 42 && code !== 63) continue;
    if (at2 > start) parts.push(text3.slice(start, at2));
    if (at2 < text3.length) parts.push(code === 42 ? anyRun : anyOne);
    start = at2 + 1;
  }
  return parts;
}
function compileGlob(parts) {
  const merged = mergeParts(parts);
  const [first, second] = merged;
  if (first === void 0) return { kind: "exact", text: "" };
  if (merged.length === 1)
    return typeof first === "string" ? { kind: "exact", text: first } : first === anyRun ? any : { kind: "general", parts: merged };
  if (merged.length === 2 && typeof first === "string" && second === anyRun) return { kind: "prefix", text: first };
  if (merged.length === 2 && first === anyRun && typeof second === "string") return { kind: "suffix", text: second };
  return { kind: "general", parts: merged };
}
function globMatches(glob, text3) {
  switch (glob.kind) {
    case "any":
      return true;
    case "exact":
      return text3 === glob.text;
    case "prefix":
      return text3.startsWith(glob.text);
    case "suffix":
      return text3.endsWith(glob.text);
    case "general":
      return generalMatches(glob.parts, text3);
  }
}
function matchesGlob(pattern, text3) {
  return globMatches(compileGlob(parseGlob(pattern)), text3);
}
function mergeParts(parts) {
  const merged = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else if (part !== "" && !(part === anyRun && last === anyRun)) merged.push(part);
  }
  return merged;
}
function generalMatches(parts, text3) {
  let part = 0;
  let at2 = 0;
  let starPart = -1;
  let starAt = 0;
  for (; ; ) {
    const end = part < parts.length ? step(parts[part] ?? "", text3, at2) : at2 === text3.length ? accepted : -1;
    if (end === accepted) return true;
    if (end === runStarts) {
      starPart = part;
      starAt = at2;
    } else if (end === -1) {
      if (starPart === -1 || starAt >= text3.length) return false;
      starAt += characterLength(text3, starAt);
      at2 = starAt;
      part = starPart;
    } else {
      at2 = end;
    }
    part += 1;
  }
}
var accepted = -2;
var runStarts = -3;
function step(part, text3, at2) {
  if (part === anyRun) return runStarts;
  if (part === anyOne) return at2 < text3.length ? at2 + characterLength(text3, at2) : -1;
  return text3.startsWith(part, at2) ? at2 + part.length : -1;
}
function characterLength(text3, at2) {
  const code = text3.charCodeAt(at2);
  if (code < 55296 || code > 56319) return 1;
  const next = text3.charCodeAt(at2 + 1);
  return next >= 56320 && next <= 57343 ? 2 : 1;
}

// packages/policy/src/document/fault-list.ts
function report(reading, name, at2, telling) {
  const malformation = malformations[name];
  const { quoted: quoted2, ...words } = telling;
  const text3 = quoted2 ?? reading.source.text.slice(at2.start, at2.end);
  const subject = { text: text3, end: positionAt(reading.source, at2.end) };
  reading.faults.push({
    malformation,
    awsMessage: refusal(malformation, kindRules[reading.kind].dialect, subject),
    diagnostic: { code: malformation.code, severity: "error", ...words, span: spanOf(reading.source, at2) }
  });
}
function awsMessage(faults) {
  let first;
  for (const fault of faults)
    if (first === void 0 || fault.malformation.rank < first.malformation.rank) first = fault;
  return first?.awsMessage ?? "";
}
function diagnosticsOf(faults) {
  const offset = (diagnostic) => diagnostic.span?.start.offset ?? 0;
  return faults.map((fault) => fault.diagnostic).toSorted((left, right) => offset(left) - offset(right));
}

// packages/policy/src/document/check-action.ts
var trustActions = [
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
  "sts:tagsession",
  "sts:setsourceidentity",
  "sts:setcontext"
];
function checkAction(reading, pattern) {
  if (reading.kind === "trust") checkTrustAction(reading, pattern);
  if (pattern.value === "*") return;
  const [vendor = "", ...names4] = pattern.value.split(":");
  if (names4.length === 0)
    report(reading, "actionWithoutVendor", pattern, {
      message: `\`${pattern.value}\` has no service`,
      help: "write `service:Action`, as `s3:GetObject`"
    });
  else if (names4.length > 1)
    report(reading, "actionColons", pattern, {
      message: `\`${pattern.value}\` has more than one colon`,
      help: "write `service:Action`"
    });
  else if (vendor !== "*" && /[^a-zA-Z0-9.-]/.test(vendor))
    report(reading, "invalidVendor", pattern, {
      message: `\`${vendor}\` is not a service`,
      help: "a service is letters, digits and hyphens",
      quoted: vendor
    });
}
function checkTrustAction(reading, pattern) {
  const lower = pattern.value.toLowerCase();
  if (lower.startsWith("sts:") && trustActions.some((action) => matchesGlob(lower, action))) return;
  report(reading, "trustAction", pattern, {
    message: `\`${pattern.value}\` does not assume a role`,
    help: "use `sts:AssumeRole`, `sts:TagSession` and their kin"
  });
}

// packages/policy/src/pattern/arn-pattern.ts
function splitArnPattern(text3) {
  const fields = [];
  let start = 0;
  for (let at2 = 0; at2 < text3.length && fields.length < 5; at2 += 1) {
    if (text3.startsWith("${", at2)) at2 = skipVariable(text3, at2);
    if (text3.charCodeAt(at2) !== 58) continue;
    fields.push(text3.slice(start, at2));
    start = at2 + 1;
  }
  fields.push(text3.slice(start));
  return fields;
}
function skipVariable(text3, at2) {
  const close = text3.indexOf("}", at2);
  return close === -1 ? at2 : close;
}
function completeFields(fields, rule) {
  if (fields.length === 6) return fields;
  if (rule === "reject" || rule === "expandIfWildcard" && !/[*?]$/.test(fields.at(-1) ?? "")) return void 0;
  return [...fields, ...Array.from({ length: 6 - fields.length }, () => "*")];
}
function splitParts(parts) {
  const fields = [];
  let field = [];
  for (const part of parts) {
    const [first = part, ...rest] = typeof part === "string" ? splitText(part, 5 - fields.length) : [];
    field.push(first);
    for (const piece2 of rest) {
      fields.push(field);
      field = [piece2];
    }
  }
  return [...fields, field];
}
function splitText(text3, atMost) {
  const pieces = [];
  let start = 0;
  for (let colon = text3.indexOf(":"); colon !== -1 && pieces.length < atMost; colon = text3.indexOf(":", start)) {
    pieces.push(text3.slice(start, colon));
    start = colon + 1;
  }
  return [...pieces, text3.slice(start)];
}
function compileArnPattern(parts) {
  const [prefix, ...fields] = splitParts(parts).map(compileGlob);
  const [partition2, service, region2, accountId3, resource2] = fields;
  if (prefix?.kind !== "exact" || prefix.text !== "arn") return void 0;
  if (!partition2 || !service || !region2 || !accountId3 || !resource2) return void 0;
  return { partition: partition2, service, region: region2, accountId: accountId3, resource: resource2 };
}
function headMatches(pattern, arn) {
  return globMatches(pattern.service, arn.service) && globMatches(pattern.accountId, arn.accountId) && globMatches(pattern.region, arn.region) && globMatches(pattern.partition, arn.partition);
}
function arnMatches(pattern, arn) {
  return headMatches(pattern, arn) && globMatches(pattern.resource, arn.resource);
}
function fieldGlob(text3) {
  return compileGlob(parseGlob(text3));
}

// packages/policy/src/document/check-resource.ts
var partition = /^(\*|aws(-[a-z]+)*)$/;
var furtherIamPaths = ["root", "u2f/", "delegation-request/"];
function checkResource(reading, pattern) {
  const text3 = pattern.value;
  if (text3 === "*") return;
  const fields = splitArnPattern(text3);
  if (fields.length < 2) {
    const help = 'write an ARN, or `"*"` for all';
    return report(reading, "resourceNotArn", pattern, { message: `\`${text3}\` is not an ARN`, help, quoted: text3 });
  }
  if (fields[0] !== "arn" || !partition.test(fields[1] ?? "")) {
    const message = fields[0] === "arn" ? `\`${fields[1]}\` is not a partition` : `\`${text3}\` does not begin with \`arn:\``;
    return report(reading, "resourcePartition", pattern, {
      message,
      help: "an ARN begins with `arn:aws:`",
      quoted: text3
    });
  }
  if (isOpenVendor(reading, fields))
    return report(reading, "resourceVendor", pattern, {
      message: `\`${text3}\` leaves the service open`,
      help: "name the service: `arn:aws:s3:\u2026`"
    });
  checkFields(reading, pattern, fields);
  checkRegion(reading, pattern, fields);
  if (fields[2] === "iam" && fields.length > 3) checkIamPath(reading, pattern, fields[5] ?? "*");
}
function isOpenVendor(reading, fields) {
  return fields.length === 2 || kindRules[reading.kind].dialect === "iam" && /[*?]/.test(fields[2] ?? "");
}
function checkFields(reading, pattern, fields) {
  const rule = kindRules[reading.kind].incompleteArn;
  const complete = fields.length === 6 && fields[2] !== "";
  if (complete || rule === "expand" && !fields.includes("") || rule === "expandIfWildcard" && /[*?]$/.test(pattern.value))
    return;
  const message = fields.length < 6 ? `has ${fields.length} of the six fields of an ARN` : "names no service";
  const help = "an ARN is `arn:partition:service:region:account:resource`";
  report(reading, "incompleteResource", pattern, { message: `\`${pattern.value}\` ${message}`, help });
}
function checkRegion(reading, pattern, fields) {
  const service = fields[2];
  if (service !== "iam" && service !== "s3" || fields.length < 5 || fields[3] === "" || fields[3] === "*") return;
  if (service === "s3" && /^(accesspoint|storage-lens|job|async-request)/.test(fields[5] ?? "")) return;
  const name = service === "iam" ? "iamRegion" : "s3Region";
  report(reading, name, pattern, {
    message: `\`${pattern.value}\` names a Region`,
    help: `${service} ARNs have none: \`arn:aws:${service}::\u2026\``,
    quoted: pattern.value
  });
}
function checkIamPath(reading, pattern, path) {
  if (path === "*" || [...iamPaths(), ...furtherIamPaths].some((start) => path.startsWith(start))) return;
  report(reading, "iamPath", pattern, {
    message: `\`${path}\` is not a resource of IAM`,
    help: `it is \`*\` or starts with ${iamPaths().map((start) => `\`${start}\``).join(", ")}`
  });
}

// packages/policy/src/document/check-statements.ts
var none = [];
var kindChecks = {
  identity: none,
  boundary: none,
  session: none,
  trust: [checkTrustNotPrincipal],
  resource: none,
  scp: [checkScpAllow],
  rcp: [checkRcpEffect, checkRcpAction],
  vpcEndpoint: none
};
function checkStatements(reading, statements3) {
  const rules = kindRules[reading.kind];
  if (rules.strictSids) checkSids(reading, statements3);
  for (const statement2 of statements3) {
    for (const pattern of statement2.action.patterns) checkAction(reading, pattern);
    if (rules.resourcesAreArns)
      for (const pattern of statement2.resource?.patterns ?? []) checkResource(reading, pattern);
    for (const check of kindChecks[reading.kind]) check(reading, statement2);
  }
}
function checkSids(reading, statements3) {
  const seen = /* @__PURE__ */ new Set();
  for (const { sid } of statements3) {
    if (sid === void 0 || sid.value === "") continue;
    if (!/^[0-9A-Za-z]*$/.test(sid.value))
      report(reading, "invalidSid", sid, {
        message: `\`${sid.value}\` is not a statement id`,
        help: "use letters and digits only"
      });
    if (seen.has(sid.value))
      report(reading, "duplicateSid", sid, {
        message: `\`${sid.value}\` is the id of an earlier statement`,
        help: "give each statement its own id"
      });
    seen.add(sid.value);
  }
}
function checkTrustNotPrincipal(reading, { principal, effect }) {
  if (principal?.negated !== true) return;
  const name = effect === "Allow" ? "allowNotPrincipal" : "trustNotPrincipal";
  report(reading, name, principal, {
    message: "a role trust policy has no `NotPrincipal`",
    help: "name the principals, or deny with a condition"
  });
}
function checkScpAllow(reading, { effect, resource: resource2 }) {
  if (effect !== "Allow" || resource2 === void 0 || resource2.negated) return;
  if (resource2.patterns.every(isStar)) return;
  report(reading, "scpAllowResource", resource2, {
    message: "an allowing statement of a service control policy is limited to some resources",
    help: 'write `"Resource": "*"`; deny what must not be'
  });
}
function checkRcpEffect(reading, statement2) {
  if (statement2.effect === "Deny" || isFullAccess(statement2)) return;
  report(reading, "rcpAllow", statement2, {
    message: "a resource control policy only denies",
    help: "allow in the policies of the account"
  });
}
function checkRcpAction(reading, statement2) {
  if (isFullAccess(statement2)) return;
  if (statement2.action.negated)
    report(reading, "rcpNotAction", statement2.action, {
      message: "a resource control policy has no `NotAction`",
      help: "list the actions"
    });
  for (const pattern of statement2.action.patterns)
    if (isStar(pattern))
      report(reading, "rcpBareStar", pattern, {
        message: "`*` covers every service",
        help: "name the service: `s3:*`"
      });
}
function isFullAccess({ effect, action, resource: resource2, conditions }) {
  const everything2 = !action.negated && action.patterns.every(isStar) && resource2?.negated === false && resource2.patterns.every(isStar);
  return effect === "Allow" && everything2 && conditions.length === 0;
}
function isStar(text3) {
  return text3.value === "*";
}

// packages/policy/src/document/json-fault.ts
var tellings = {
  unexpectedText: ({ found }) => ({
    message: `unexpected \`${found}\`: this is not JSON`,
    help: "check commas, quotes and brackets just before it"
  }),
  unexpectedEnd: () => ({ message: "the document ends too early", help: "close every bracket and brace" }),
  unfinishedString: () => ({ message: "this string is not closed", help: 'end it with `"`' }),
  badEscape: ({ found }) => ({ message: `\`${found}\` is not an escape of JSON`, help: "write a backslash as `\\\\`" }),
  controlCharacter: () => ({
    message: "a control character stands in a string",
    help: "write a line break as `\\n`, a tab as `\\t`"
  }),
  loneSurrogate: () => ({ message: "this string holds half of a character (a lone surrogate)" }),
  badNumber: ({ found }) => ({
    message: `\`${found}\` is not a number of JSON`,
    help: "put it in quotes if it is text"
  }),
  duplicateMember: ({ found }) => ({
    message: `\`${found}\` is written twice in one object`,
    help: "keep one, or give a list of values"
  }),
  tooDeep: () => ({ message: "brackets are nested too deeply for a policy" }),
  tooLong: () => ({ message: "the document is too long for a policy" })
};
function tellJsonFault(fault) {
  return tellings[fault.problem](fault);
}

// packages/policy/src/condition/operator-name.ts
var operatorNames = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnLike",
  "ArnNotEquals",
  "ArnNotLike",
  "Null"
];

// packages/policy/src/condition/date.ts
var calendar = /^([+-]?\d{1,9})-(\d{1,2})(?:-(\d{1,2}))?$/;
var clock = /^(?:(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?(z|[+-]\d{2}(?::?\d{2})?)?$/;
var year = /^[+-]?\d{1,4}$/;
var epoch = /^-?\d{1,19}(\.\d+)?$/;
var largestEpoch = 9223372036854775807n;
function parseDate(text3) {
  const lower = text3.toLowerCase();
  if (/^\d{4}$/.test(lower)) return utc(Number(lower), 1, 1);
  if (epoch.test(lower)) return epochMilliseconds(lower);
  const split = lower.indexOf("t");
  const day2 = parseDay(split === -1 ? lower : lower.slice(0, split));
  const time = split === -1 ? 0 : parseTime(lower.slice(split + 1));
  return day2 === void 0 || time === void 0 ? void 0 : day2 + time;
}
function isDate(text3) {
  return parseDate(text3) !== void 0;
}
function epochMilliseconds(text3) {
  if (BigInt(text3.split(".")[0] ?? "0") > largestEpoch) return void 0;
  return Number(text3) * 1e3;
}
function parseDay(text3) {
  if (year.test(text3)) return utc(Number(text3), 1, 1);
  const [, years, months, days = "1"] = calendar.exec(text3) ?? [];
  if (years === void 0) return void 0;
  return utc(Number(years), Number(months), Number(days));
}
function utc(years, months, days) {
  if (months < 1 || months > 12 || days < 1 || days > 31) return void 0;
  return (/* @__PURE__ */ new Date(0)).setUTCFullYear(years, months - 1, days);
}
function parseTime(text3) {
  const parts = clock.exec(text3);
  if (parts === null) return void 0;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0", zone = "z"] = parts;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60) return void 0;
  const offset = zoneOffset(zone);
  const milliseconds = Number(`0.${fraction}`) * 1e3;
  return offset === void 0 ? void 0 : ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1e3 + milliseconds;
}
function zoneOffset(zone) {
  if (zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 23 || minutes > 59) return void 0;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

// packages/policy/src/document/read-values.ts
var nouns = {
  object: "an object",
  array: "a list",
  string: "a string",
  number: "a number",
  boolean: "a Boolean",
  null: "null"
};
function reportType(reading, element, node, wanted) {
  report(reading, "wrongType", node, {
    message: `\`${element}\` is ${nouns[node.kind]}`,
    help: `it must be ${wanted}`
  });
  return void 0;
}
function readText(reading, element, node) {
  if (node.kind === "string") return { node: "text", value: node.value, start: node.start, end: node.end };
  return reportType(reading, element, node, "a string");
}
function readTexts(reading, element, node) {
  const items = node.kind === "array" ? node.items : [node];
  const texts3 = [];
  for (const item of items) {
    if (item.kind === "string") texts3.push({ node: "text", value: item.value, start: item.start, end: item.end });
    else reportType(reading, element, item, "a string or a list of strings");
  }
  return texts3;
}
function readScalars(reading, element, node) {
  const items = node.kind === "array" ? node.items : [node];
  const texts3 = [];
  for (const item of items) {
    const value2 = scalarText(item);
    if (value2 === void 0) reportType(reading, element, item, "a string, a number, a Boolean or a list of these");
    else texts3.push({ node: "text", value: value2, start: item.start, end: item.end });
  }
  return texts3;
}
function scalarText(node) {
  if (node.kind === "string") return node.value;
  if (node.kind === "number") return node.text;
  return node.kind === "boolean" ? String(node.value) : void 0;
}
function readMembers(reading, object2, known, where) {
  const members = {};
  for (const member2 of object2.members) {
    const name = known.find((candidate) => candidate === member2.name.value);
    if (name === void 0) reportUnknown2(reading, member2.name, known, where);
    else members[name] = { name: member2.name, value: member2.value };
  }
  return members;
}
function reportUnknown2(reading, name, known, where) {
  const meant = known.find((candidate) => candidate.toLowerCase() === name.value.toLowerCase());
  const help = meant === void 0 ? `${where} has ${known.map((word2) => `\`${word2}\``).join(", ")}` : `write \`${meant}\`: case matters`;
  report(reading, "unknownElement", name, { message: `unknown element \`${name.value}\``, help });
}

// packages/policy/src/document/parse-condition.ts
var qualifiers = ["ForAllValues", "ForAnyValue"];
var names2 = new Set(operatorNames);
function parseConditions(reading, node) {
  if (node.kind !== "object") {
    reportType(reading, "Condition", node, "an object");
    return [];
  }
  return node.members.flatMap((member2) => parseOperatorBlock(reading, member2));
}
function parseOperator(text3) {
  const qualifier = qualifiers.find((candidate) => text3.startsWith(`${candidate}:`));
  const rest = qualifier === void 0 ? text3 : text3.slice(qualifier.length + 1);
  const ifExists = rest.endsWith("IfExists");
  const name = ifExists ? rest.slice(0, -"IfExists".length) : rest;
  if (!isOperatorName(name) || name === "Null" && ifExists) return void 0;
  return qualifier === void 0 ? { name, ifExists } : { name, qualifier, ifExists };
}
function isOperatorName(text3) {
  return names2.has(text3);
}
function parseOperatorBlock(reading, { name, value: value2 }) {
  if (value2.kind !== "object") {
    reportType(reading, name.value, value2, "an object from condition keys to values");
    return [];
  }
  const parts = parseOperator(name.value);
  if (parts === void 0 && value2.members.length > 0) reportOperator(reading, name.value, name);
  const operator2 = { node: "text", value: name.value, start: name.start, end: name.end };
  return value2.members.flatMap((member2) => {
    const condition = parts && readCondition(reading, operator2, parts, member2);
    return condition ? [condition] : [];
  });
}
function readCondition(reading, operator2, parts, { name, value: value2 }) {
  const values = readScalars(reading, name.value, value2);
  if (parts.name.startsWith("Date")) checkDates(reading, values);
  const key = { node: "text", value: name.value, start: name.start, end: name.end };
  return { node: "condition", operator: operator2, ...parts, key, values, start: name.start, end: value2.end };
}
function checkDates(reading, values) {
  for (const value2 of values) {
    if (isDate(value2.value)) continue;
    const help = "write `2026-01-31T00:00:00Z` or seconds since 1970";
    report(reading, "invalidDate", value2, { message: `\`${value2.value}\` is not a date`, help });
  }
}
function reportOperator(reading, written2, at2) {
  const bare = written2.replace(/^.*:/, "").replace(/ifexists$/i, "").toLowerCase();
  const meant = operatorNames.find((name) => name.toLowerCase() === bare);
  const help = meant === void 0 ? "operators are `StringEquals`, `ArnLike`, `Bool`, \u2026" : `the operator is \`${meant}\``;
  report(reading, "invalidOperator", at2, {
    message: `\`${written2}\` is not a condition operator`,
    help,
    quoted: written2
  });
}

// packages/policy/src/pattern/arn.ts
function parseArn(text3) {
  if (!text3.startsWith("arn:")) return void 0;
  const second = text3.indexOf(":", 4);
  const third = second === -1 ? -1 : text3.indexOf(":", second + 1);
  const fourth = third === -1 ? -1 : text3.indexOf(":", third + 1);
  const fifth = fourth === -1 ? -1 : text3.indexOf(":", fourth + 1);
  if (fifth === -1) return void 0;
  return {
    partition: text3.slice(4, second),
    service: text3.slice(second + 1, third),
    region: text3.slice(third + 1, fourth),
    accountId: text3.slice(fourth + 1, fifth),
    resource: text3.slice(fifth + 1)
  };
}
function accountOf(arn) {
  return arn !== void 0 && /^\d{12}$/.test(arn.accountId) ? arn.accountId : void 0;
}

// packages/policy/src/principal/principal-name.ts
var accountId2 = /^\d{12}$/;
var uniqueId = /^(AIDA|AROA|AGPA|ANPA|ASIA|AKIA)[A-Z0-9]{8,124}$/;
var iamReaders = /* @__PURE__ */ new Map([
  [
    "root",
    (arn, _, rest) => rest === "" && accountId2.test(arn.accountId) ? { kind: "account", account: arn.accountId } : void 0
  ],
  ["user", (_, text3, rest) => rest === "" ? void 0 : { kind: "user", arn: text3 }],
  [
    "role",
    (arn, text3, rest) => rest === "" ? void 0 : { kind: "role", arn: text3, account: arn.accountId, name: lastPart(rest) }
  ]
]);
var stsReaders = /* @__PURE__ */ new Map([
  ["assumed-role", (_, text3, rest) => /^[^/]+\/[^/]+$/.test(rest) ? { kind: "session", arn: text3 } : void 0],
  ["federated-user", (_, text3, rest) => /^[^/]+$/.test(rest) ? { kind: "federatedUser", arn: text3 } : void 0]
]);
function parsePrincipalName(text3) {
  if (accountId2.test(text3)) return { kind: "account", account: text3 };
  if (uniqueId.test(text3)) return { kind: "uniqueId", id: text3 };
  const arn = parseArn(text3);
  if (arn === void 0 || text3.includes("*") || text3.includes("?") || arn.region !== "") return void 0;
  const readers2 = arn.service === "iam" ? iamReaders : stsReaders;
  if (arn.service !== "iam" && arn.service !== "sts") return void 0;
  const slash = arn.resource.indexOf("/");
  const type = slash === -1 ? arn.resource : arn.resource.slice(0, slash);
  return readers2.get(type)?.(arn, text3, slash === -1 ? "" : arn.resource.slice(slash + 1));
}
function lastPart(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// packages/policy/src/document/check-principal.ts
var domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w.~/-]*)?$/i;
var provider = /^arn:[a-z-]+:iam::\d{12}:(saml-provider|oidc-provider)\/.+$/;
function checkPrincipal(reading, entry) {
  if (reading.kind === "rcp" && entry.type !== "*")
    report(reading, "invalidPrincipal", entry, {
      message: "a resource control policy applies to everybody",
      help: 'write `"Principal": "*"`'
    });
  if (reading.kind === "trust" && (entry.type === "*" || entry.type === "CanonicalUser")) checkTrusted(reading, entry);
  else if (!isWellFormed(entry)) reportName(reading, entry);
}
function checkTrusted(reading, entry) {
  if (entry.type === "*")
    report(reading, "trustedStar", entry, {
      message: "a role cannot trust the bare `*`",
      help: 'write `{ "AWS": "*" }` with a condition'
    });
  else
    report(reading, "invalidPrincipal", entry, {
      message: "a role cannot trust a canonical user",
      quoted: quoted(entry)
    });
}
function isWellFormed(entry) {
  if (entry.type === "AWS") return entry.value === "*" || parsePrincipalName(entry.value) !== void 0;
  if (entry.type === "Service") return domain.test(entry.value);
  if (entry.type === "Federated") return provider.test(entry.value) || domain.test(entry.value);
  return true;
}
function reportName(reading, entry) {
  const name = entry.type === "Federated" ? "invalidProvider" : "invalidPrincipal";
  const help = entry.value.includes("*") ? "wildcards are not possible in a principal; test `aws:PrincipalArn` in a condition" : "check the ARN or the name";
  report(reading, name, entry, { message: `\`${entry.value}\` is not a principal`, help, quoted: quoted(entry) });
}
function quoted(entry) {
  return `"${entry.type.toUpperCase()}":"${entry.value}"`;
}

// packages/policy/src/document/parse-principal.ts
var principalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];
function parsePrincipal(reading, node, negated) {
  const entries = readEntries(reading, node);
  if (entries === void 0) return void 0;
  if (entries.length === 0)
    report(reading, "emptyPrincipal", node, {
      message: "no principal is named",
      help: "name one, or remove the statement"
    });
  for (const entry of entries) checkPrincipal(reading, entry);
  return { node: "principal", negated, entries, start: node.start, end: node.end };
}
function readEntries(reading, node) {
  if (node.kind === "object") return node.members.flatMap((member2) => readMember(reading, member2));
  if (node.kind !== "string") return reportType(reading, "Principal", node, "`*` or an object");
  if (node.value === "*") return [{ node: "principalEntry", type: "*", value: "*", start: node.start, end: node.end }];
  report(reading, "invalidPrincipal", node, {
    message: `\`${node.value}\` stands without its type`,
    help: `write \`{ "AWS": "${node.value}" }\``
  });
  return void 0;
}
function readMember(reading, { name, value: value2 }) {
  const type = principalTypes.find((candidate) => candidate === name.value);
  if (type === void 0) {
    const meant = principalTypes.find((candidate) => candidate.toLowerCase() === name.value.toLowerCase());
    const help = meant === void 0 ? "types are `AWS`, `Service`, `Federated` and `CanonicalUser`" : `write \`${meant}\`: case matters`;
    report(reading, "unknownElement", name, { message: `unknown type of principal \`${name.value}\``, help });
    return [];
  }
  return readTexts(reading, name.value, value2).map((text3) => ({ ...text3, node: "principalEntry", type }));
}

// packages/policy/src/document/parse-statement.ts
var statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
];
function parseStatement(reading, node, index) {
  if (node.kind !== "object") return reportType(reading, "Statement", node, "an object");
  const members = readMembers(reading, node, statementElements, "a statement");
  const sid = members.Sid && readText(reading, "Sid", members.Sid.value);
  const effect = readEffect(reading, node, members.Effect);
  const principal = readPrincipal(reading, node, members);
  const action = readAction(reading, node, members);
  const resource2 = readResource(reading, node, members);
  const conditions = members.Condition ? parseConditions(reading, members.Condition.value) : [];
  if (effect === void 0 || action === void 0) return void 0;
  return {
    node: "statement",
    index,
    ...sid && { sid },
    effect,
    ...principal && { principal },
    action,
    ...resource2 && { resource: resource2 },
    conditions,
    start: node.start,
    end: node.end
  };
}
function readEffect(reading, statement2, member2) {
  if (member2 === void 0) {
    report(reading, "missingEffect", opening(statement2), {
      message: "the statement has no `Effect`",
      help: "write `Allow` or `Deny`"
    });
    return void 0;
  }
  const text3 = readText(reading, "Effect", member2.value);
  if (text3 === void 0 || text3.value === "Allow" || text3.value === "Deny") return text3?.value;
  const almost = ["allow", "deny"].includes(text3.value.toLowerCase());
  const telling = {
    message: `\`${text3.value}\` is not an effect`,
    help: "write `Allow` or `Deny`, in this case",
    quoted: text3.value
  };
  report(reading, almost ? "effectCase" : "invalidEffect", text3, telling);
  return void 0;
}
function readPrincipal(reading, statement2, members) {
  const member2 = oneOf(reading, "Principal", members.Principal, "NotPrincipal", members.NotPrincipal);
  const { principal, noun } = kindRules[reading.kind];
  if (member2 === void 0) {
    if (principal !== "forbidden")
      report(reading, "missingPrincipal", opening(statement2), {
        message: `a statement of a ${noun} needs a \`Principal\``
      });
    return void 0;
  }
  if (principal === "forbidden") {
    const help = "the policy applies to whom it is attached to; remove the element";
    report(reading, "prohibitedPrincipal", member2.name, { message: `a ${noun} names no principal`, help });
    return void 0;
  }
  return parsePrincipal(reading, member2.value, member2.negated);
}
function readAction(reading, statement2, members) {
  const member2 = oneOf(reading, "Action", members.Action, "NotAction", members.NotAction);
  const patterns = member2 ? readTexts(reading, member2.element, member2.value) : [];
  if (member2 !== void 0 && patterns.length > 0)
    return { node: "action", negated: member2.negated, patterns, start: member2.name.start, end: member2.value.end };
  if (member2 === void 0 || isEmptyList(member2))
    report(reading, "missingAction", member2?.name ?? opening(statement2), {
      message: "the statement has no action",
      help: "give `Action` or `NotAction`"
    });
  return void 0;
}
function readResource(reading, statement2, members) {
  const member2 = oneOf(reading, "Resource", members.Resource, "NotResource", members.NotResource);
  const rules = kindRules[reading.kind];
  const patterns = member2 ? readTexts(reading, member2.element, member2.value) : [];
  if (member2 !== void 0 && rules.resource === "forbidden") {
    const help = "the role that the policy is attached to is the resource; remove the element";
    report(reading, "prohibitedResource", member2.name, {
      message: `a ${rules.noun} names no resource`,
      help,
      quoted: member2.element
    });
  }
  if (member2 !== void 0 && patterns.length > 0)
    return { node: "resource", negated: member2.negated, patterns, start: member2.name.start, end: member2.value.end };
  if (member2 === void 0 ? rules.resource === "required" : isEmptyList(member2))
    report(reading, "missingResource", member2?.name ?? opening(statement2), {
      message: "the statement has no resource",
      help: "give `Resource` or `NotResource`"
    });
  return void 0;
}
function oneOf(reading, element, plain, notElement, negated) {
  if (plain !== void 0 && negated !== void 0) {
    const message = `\`${element}\` and \`${notElement}\` stand in one statement`;
    report(reading, "elementClash", negated.name, { message, help: "split it into two statements" });
  }
  if (plain !== void 0) return { ...plain, element, negated: false };
  return negated && { ...negated, element: notElement, negated: true };
}
function isEmptyList(member2) {
  return member2.value.kind === "array" && member2.value.items.length === 0;
}
function opening(statement2) {
  return { start: statement2.start, end: statement2.start + 1 };
}

// packages/policy/src/document/parse-policy.ts
var maxLength = 1e6;
var maxDepth = 32;
var policyElements = ["Version", "Id", "Statement"];
var versions = ["2012-10-17", "2008-10-17"];
function parsePolicy(text3, options) {
  const source = options.file === void 0 ? { text: text3 } : { text: text3, file: options.file };
  const reading = { source, kind: options.kind, faults: [] };
  const json = parseJson(text3, { maxLength, maxDepth });
  if (json.kind === "fault") report(reading, "invalidJson", json.fault, tellJsonFault(json.fault));
  const policy = json.kind === "json" ? readPolicy(reading, json.value, options.managed ?? false) : void 0;
  const faults = options.accept === "meaningful" ? reading.faults.filter(isMeaningless) : reading.faults;
  if (policy !== void 0 && faults.length === 0) return { kind: "policy", policy };
  return { kind: "malformed", message: awsMessage(faults), diagnostics: diagnosticsOf(faults) };
}
function isMeaningless(fault) {
  return !fault.malformation.meaningful;
}
function readPolicy(reading, node, managed) {
  if (node.kind !== "object") {
    report(reading, "notAnObject", node, {
      message: "the document is not an object",
      help: 'a policy is `{ "Version": \u2026, "Statement": \u2026 }`'
    });
    return void 0;
  }
  const members = readMembers(reading, node, policyElements, "a policy");
  const version = readVersion(reading, node, members.Version, managed);
  const id = members.Id && readText(reading, "Id", members.Id.value);
  const statements3 = readStatements2(reading, node, members.Statement);
  checkStatements(reading, statements3);
  const { source, kind } = reading;
  return {
    node: "policy",
    kind,
    source,
    ...version && { version },
    ...id && { id },
    statements: statements3,
    start: node.start,
    end: node.end
  };
}
function readVersion(reading, policy, member2, managed) {
  const text3 = member2 && readText(reading, "Version", member2.value);
  const version = versions.find((candidate) => candidate === text3?.value);
  if (text3 !== void 0 && version === void 0)
    report(reading, "invalidVersion", text3, {
      message: `\`${text3.value}\` is not a version of the policy language`,
      help: "write `2012-10-17`"
    });
  const mustBeCurrent = managed || kindRules[reading.kind].currentVersionOnly;
  if (mustBeCurrent && version !== "2012-10-17" && (member2 === void 0 || version !== void 0))
    report(reading, "oldVersion", text3 ?? { start: policy.start, end: policy.start + 1 }, {
      message: text3 ? `version \`${text3.value}\` is too old for this policy` : "`Version` is missing",
      help: 'write `"Version": "2012-10-17"`'
    });
  return version;
}
function readStatements2(reading, policy, member2) {
  const nodes = statementNodes(reading, member2);
  if (nodes?.length === 0) {
    const at2 = member2?.value ?? { start: policy.start, end: policy.start + 1 };
    report(reading, "missingStatement", at2, {
      message: "the policy has no statement",
      help: "give at least one in `Statement`"
    });
  }
  const statements3 = [];
  for (const [index, node] of (nodes ?? []).entries()) {
    const statement2 = parseStatement(reading, node, index);
    if (statement2 !== void 0) statements3.push(statement2);
  }
  return statements3;
}
function statementNodes(reading, member2) {
  if (member2 === void 0) return [];
  if (member2.value.kind === "array") return member2.value.items;
  if (member2.value.kind === "object") return [member2.value];
  return reportType(reading, "Statement", member2.value, "an object or a list of objects");
}

// packages/policy/src/document/policy-limits.ts
var policyLimits = {
  managedPolicy: { maxCharacters: 6144, countsWhiteSpace: false },
  userInlinePolicies: { maxCharacters: 2048, countsWhiteSpace: false },
  groupInlinePolicies: { maxCharacters: 5120, countsWhiteSpace: false },
  roleInlinePolicies: { maxCharacters: 10240, countsWhiteSpace: false },
  trustPolicy: { maxCharacters: 2048, countsWhiteSpace: false, raisableTo: 4096 },
  sessionPolicy: { maxCharacters: 2048, countsWhiteSpace: true },
  serviceControlPolicy: { maxCharacters: 5120, countsWhiteSpace: true },
  resourceControlPolicy: { maxCharacters: 5120, countsWhiteSpace: true },
  vpcEndpointPolicy: { maxCharacters: 20480, countsWhiteSpace: true },
  organizationsDelegationPolicy: { maxCharacters: 4e4, countsWhiteSpace: true }
};
function countCharacters(text3, limit) {
  return limit.countsWhiteSpace ? text3.length : text3.replace(/[\t\n\r ]+/g, "").length;
}

// packages/policy/src/pattern/template.ts
var escapes = /* @__PURE__ */ new Set(["*", "?", "$"]);
function parseTemplate(text3, syntax2) {
  const parts = [];
  let start = 0;
  for (let at2 = syntax2.variables ? text3.indexOf("${") : -1; at2 !== -1; at2 = text3.indexOf("${", start)) {
    const close = closingBrace(text3, at2);
    if (close === -1) break;
    parts.push(...plainParts(text3.slice(start, at2), syntax2), parseVariable(text3.slice(at2 + 2, close)));
    start = close + 1;
  }
  return [...parts, ...plainParts(text3.slice(start), syntax2)];
}
function isVariable(part) {
  return typeof part === "object";
}
function literalText(parts) {
  return parts.map((part) => part === anyRun ? "*" : part === anyOne ? "?" : part).join("");
}
function plainParts(text3, syntax2) {
  if (syntax2.wildcards) return parseGlob(text3);
  return text3 === "" ? [] : [text3];
}
function closingBrace(text3, at2) {
  const comma = text3.indexOf(",", at2);
  const brace = text3.indexOf("}", at2);
  if (comma === -1 || brace === -1 || comma > brace) return brace;
  const quoted2 = /^,\s?'[^']*'\}/.exec(text3.slice(comma));
  return quoted2 === null ? brace : comma + quoted2[0].length - 1;
}
function parseVariable(inside2) {
  if (escapes.has(inside2)) return inside2;
  const parts = /^([^,]*),\s?'([^']*)'$/.exec(inside2);
  if (parts === null) return { key: inside2.toLowerCase() };
  return { key: (parts[1] ?? "").toLowerCase(), fallback: parts[2] ?? "" };
}

// packages/policy/src/condition/ip-range.ts
function parseIpRange(text3) {
  const slash = text3.indexOf("/");
  const host = slash === -1 ? text3 : text3.slice(0, slash);
  const family = host.includes(":") ? 6 : 4;
  const width = family === 4 ? 32 : 128;
  const length = slash === -1 ? String(width) : text3.slice(slash + 1);
  const address = family === 4 ? parseV4(host) : parseV6(host);
  if (address === void 0 || !/^\d{1,3}$/.test(length) || Number(length) > width) return void 0;
  return { family, address, bits: Number(length) };
}
function rangeHolds(outer, inner) {
  if (outer.family !== inner.family || outer.bits > inner.bits) return false;
  const free = BigInt((outer.family === 4 ? 32 : 128) - outer.bits);
  return outer.address >> free === inner.address >> free;
}
function parseV4(text3) {
  const parts = text3.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return void 0;
  return parts.reduce((address, part) => address << 8n | BigInt(part), 0n);
}
function parseV6(text3) {
  const halves = text3.split("::");
  if (halves.length > 2) return void 0;
  const [head, tail] = [groups(halves[0] ?? ""), halves.length === 2 ? groups(halves[1] ?? "") : []];
  if (head === void 0 || tail === void 0) return void 0;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return void 0;
  const all = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return all.reduce((address, group) => address << 16n | group, 0n);
}
function groups(text3) {
  if (text3 === "") return [];
  const found = [];
  const parts = text3.split(":");
  for (const [index, part] of parts.entries()) {
    const v4 = part.includes(".") && index === parts.length - 1 ? parseV4(part) : void 0;
    if (v4 !== void 0) found.push(v4 >> 16n, v4 & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return void 0;
  }
  return found;
}

// packages/policy/src/condition/number.ts
var numeral = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
function parseNumber(text3) {
  return numeral.test(text3) ? Number(text3) : void 0;
}

// packages/policy/src/condition/operators.ts
var never = () => false;
function operator(name, type, matches, marks = "") {
  return {
    name,
    type,
    matches,
    negated: marks.includes("n"),
    wildcards: marks.includes("w"),
    variables: marks.includes("v")
  };
}
function equals(listed) {
  const text3 = literalText(listed);
  return (value2) => value2 === text3;
}
function equalsIgnoringCase(listed) {
  const text3 = literalText(listed).toLowerCase();
  return (value2) => value2.toLowerCase() === text3;
}
function like(listed) {
  const glob = compileGlob(listed);
  return (value2) => globMatches(glob, value2);
}
function arnLike(listed) {
  if (listed.length === 1 && listed[0] === anyRun) return (value2) => parseArn(value2) !== void 0;
  const pattern = compileArnPattern(listed);
  if (pattern === void 0) return never;
  return (value2) => {
    const arn = parseArn(value2);
    return arn !== void 0 && arnMatches(pattern, arn);
  };
}
function comparing(read, compare2) {
  return (parts) => {
    const listed = read(literalText(parts));
    if (listed === void 0) return never;
    return (text3) => {
      const value2 = read(text3);
      return value2 !== void 0 && compare2(value2, listed);
    };
  };
}
var ordered = {
  Equals: (value2, listed) => value2 === listed,
  LessThan: (value2, listed) => value2 < listed,
  LessThanEquals: (value2, listed) => value2 <= listed,
  GreaterThan: (value2, listed) => value2 > listed,
  GreaterThanEquals: (value2, listed) => value2 >= listed
};
function same(value2, listed) {
  return value2 === listed;
}
function parseBoolean(text3) {
  const lower = text3.toLowerCase();
  return lower === "true" || lower === "false" ? lower === "true" : void 0;
}
function trimPadding(text3) {
  return text3.replace(/=+$/, "");
}
var conditionOperators = {
  StringEquals: operator("StringEquals", "string", equals, "v"),
  StringNotEquals: operator("StringNotEquals", "string", equals, "nv"),
  StringEqualsIgnoreCase: operator("StringEqualsIgnoreCase", "string", equalsIgnoringCase, "v"),
  StringNotEqualsIgnoreCase: operator("StringNotEqualsIgnoreCase", "string", equalsIgnoringCase, "nv"),
  StringLike: operator("StringLike", "string", like, "wv"),
  StringNotLike: operator("StringNotLike", "string", like, "nwv"),
  NumericEquals: operator("NumericEquals", "numeric", comparing(parseNumber, ordered.Equals)),
  NumericNotEquals: operator("NumericNotEquals", "numeric", comparing(parseNumber, ordered.Equals), "n"),
  NumericLessThan: operator("NumericLessThan", "numeric", comparing(parseNumber, ordered.LessThan)),
  NumericLessThanEquals: operator("NumericLessThanEquals", "numeric", comparing(parseNumber, ordered.LessThanEquals)),
  NumericGreaterThan: operator("NumericGreaterThan", "numeric", comparing(parseNumber, ordered.GreaterThan)),
  NumericGreaterThanEquals: operator(
    "NumericGreaterThanEquals",
    "numeric",
    comparing(parseNumber, ordered.GreaterThanEquals)
  ),
  DateEquals: operator("DateEquals", "date", comparing(parseDate, ordered.Equals)),
  DateNotEquals: operator("DateNotEquals", "date", comparing(parseDate, ordered.Equals), "n"),
  DateLessThan: operator("DateLessThan", "date", comparing(parseDate, ordered.LessThan)),
  DateLessThanEquals: operator("DateLessThanEquals", "date", comparing(parseDate, ordered.LessThanEquals)),
  DateGreaterThan: operator("DateGreaterThan", "date", comparing(parseDate, ordered.GreaterThan)),
  DateGreaterThanEquals: operator("DateGreaterThanEquals", "date", comparing(parseDate, ordered.GreaterThanEquals)),
  Bool: operator("Bool", "boolean", comparing(parseBoolean, same), "v"),
  BinaryEquals: operator("BinaryEquals", "binary", comparing(trimPadding, same)),
  IpAddress: operator(
    "IpAddress",
    "ipAddress",
    comparing(parseIpRange, (value2, listed) => rangeHolds(listed, value2))
  ),
  NotIpAddress: operator(
    "NotIpAddress",
    "ipAddress",
    comparing(parseIpRange, (value2, listed) => rangeHolds(listed, value2)),
    "n"
  ),
  ArnEquals: operator("ArnEquals", "arn", arnLike, "wv"),
  ArnLike: operator("ArnLike", "arn", arnLike, "wv"),
  ArnNotEquals: operator("ArnNotEquals", "arn", arnLike, "nwv"),
  ArnNotLike: operator("ArnNotLike", "arn", arnLike, "nwv"),
  Null: operator("Null", "null", comparing(parseBoolean, same))
};

// packages/policy/src/match/compile-action.ts
function compileAction(element) {
  const patterns = element.patterns.map(compilePattern);
  const services = /* @__PURE__ */ new Set();
  for (const { service } of patterns) if (service !== void 0) services.add(service);
  const everyService = element.negated || patterns.some((pattern) => pattern.service === void 0);
  return { element, patterns, services: everyService ? void 0 : services };
}
function compilePattern(text3) {
  const lower = text3.value.toLowerCase();
  const colon = lower.indexOf(":");
  const service = lower.slice(0, Math.max(colon, 0));
  const name = compileGlob(parseGlob(lower.slice(colon + 1)));
  return { service: service === "*" || lower === "*" ? void 0 : service, name, text: text3 };
}
function actionMatches(action, service, name, recorder) {
  let listed = false;
  for (const pattern of action.patterns) {
    const matched = (pattern.service === void 0 || pattern.service === service) && globMatches(pattern.name, name);
    recorder?.listed({ text: pattern.text.value, matched, start: pattern.text.start, end: pattern.text.end });
    if (matched) listed = true;
    if (matched && recorder === void 0) break;
  }
  return listed !== action.element.negated;
}

// packages/policy/src/principal/caller.ts
var builtInProviders = /* @__PURE__ */ new Set([
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com"
]);
var readers = /* @__PURE__ */ new Map([
  ["iam:root", (arn, text3) => named("root", text3, arn, void 0)],
  ["iam:user", (arn, text3, path) => named("user", text3, arn, lastPart(path))],
  ["iam:role", (arn, text3, path, facts) => role(text3, arn, { name: lastPart(path), session: void 0 }, facts, text3)],
  ["sts:assumed-role", readSession],
  ["sts:federated-user", (arn, text3, name) => named("federatedUser", text3, arn, name)],
  ["iam:oidc-provider", (arn, text3) => named("identityProvider", text3, arn, void 0)],
  ["iam:saml-provider", (arn, text3) => named("identityProvider", text3, arn, void 0)]
]);
function readCaller(text3, facts, action) {
  if (text3 === "anonymous" || text3 === "*") return outsider("anonymous", text3);
  const arn = parseArn(text3);
  if (arn !== void 0) {
    const slash = arn.resource.indexOf("/");
    const type = slash === -1 ? arn.resource : arn.resource.slice(0, slash);
    return readers.get(`${arn.service}:${type}`)?.(arn, text3, arn.resource.slice(slash + 1), facts) ?? outsider("unknown", text3);
  }
  if (builtInProviders.has(text3) && action === "sts:assumerolewithwebidentity")
    return outsider("identityProvider", text3);
  return outsider(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text3) ? "service" : "unknown", text3);
}
function outsider(kind, text3) {
  return {
    kind,
    text: text3,
    partition: void 0,
    account: void 0,
    principalArn: void 0,
    name: void 0,
    session: void 0,
    pathKnown: false,
    serviceLinked: false
  };
}
function named(kind, text3, { partition: partition2, accountId: accountId3 }, name) {
  const principalArn = kind === "identityProvider" ? void 0 : text3;
  return {
    kind,
    text: text3,
    partition: partition2,
    account: accountId3,
    principalArn,
    name,
    session: void 0,
    pathKnown: true,
    serviceLinked: false
  };
}
function readSession(arn, text3, rest, facts) {
  const slash = rest.indexOf("/");
  if (slash === -1) return void 0;
  return role(text3, arn, { name: rest.slice(0, slash), session: rest.slice(slash + 1) }, facts, facts.roleArn);
}
function role(text3, { partition: partition2, accountId: accountId3 }, { name, session: session2 }, facts, roleArn) {
  return {
    kind: "roleSession",
    text: text3,
    partition: partition2,
    account: accountId3,
    principalArn: roleArn ?? `arn:${partition2}:iam::${accountId3}:role/${name}`,
    name,
    session: session2,
    pathKnown: roleArn !== void 0,
    serviceLinked: facts.serviceLinkedRole ?? isServiceLinked(name ?? "", roleArn)
  };
}
function isServiceLinked(name, roleArn) {
  return roleArn === void 0 ? name.startsWith("AWSServiceRoleFor") : roleArn.includes(":role/aws-service-role/");
}

// packages/policy/src/request/derived-keys.ts
var principalTypes2 = {
  root: "Account",
  user: "User",
  roleSession: "AssumedRole",
  federatedUser: "FederatedUser",
  service: void 0,
  identityProvider: void 0,
  anonymous: "Anonymous",
  unknown: void 0
};
var userIds = {
  root: (caller) => caller.account,
  user: (_, id) => id,
  roleSession: (caller, id) => id !== void 0 && caller.session !== void 0 ? `${id}:${caller.session}` : void 0,
  federatedUser: (caller) => `${caller.account}:${caller.name}`,
  service: () => void 0,
  identityProvider: () => void 0,
  anonymous: () => "anonymous",
  unknown: () => void 0
};
var derivations = /* @__PURE__ */ new Map([
  ["aws:principalarn", ({ caller }) => caller.principalArn],
  ["aws:principalaccount", ({ caller }) => caller.kind === "anonymous" ? "anonymous" : caller.account],
  ["aws:principaltype", ({ caller }) => principalTypes2[caller.kind]],
  ["aws:userid", ({ caller, facts }) => userIds[caller.kind](caller, facts.principalId)],
  ["aws:username", ({ caller }) => caller.kind === "user" ? caller.name : void 0],
  ["aws:principalisawsservice", ({ caller }) => isSigned(caller) ? String(caller.kind === "service") : void 0],
  ["aws:principalservicename", ({ caller }) => caller.kind === "service" ? caller.text : void 0],
  ["aws:principalservicenameslist", ({ caller }) => caller.kind === "service" ? [caller.text] : void 0],
  ["aws:viaawsservice", () => "false"],
  // As given or as the ARN says; not the account that is merely assumed.
  ["aws:resourceaccount", ({ request, arn }) => request.resourceAccount ?? accountOf(arn)],
  ["aws:principalorgid", ({ facts }) => facts.principalOrgId],
  ["aws:principalorgpaths", ({ facts }) => facts.principalOrgPaths],
  ["aws:resourceorgid", ({ facts }) => facts.resourceOrgId],
  ["aws:resourceorgpaths", ({ facts }) => facts.resourceOrgPaths],
  ["aws:assumedroot", ({ facts }) => facts.assumedRoot === true ? "true" : void 0],
  ["aws:multifactorauthpresent", ({ facts }) => facts.multiFactorAuthPresent?.toString()],
  ["aws:multifactorauthage", ({ facts }) => facts.multiFactorAuthAgeSeconds?.toString()],
  ["aws:sourceidentity", ({ facts }) => facts.sourceIdentity],
  ["aws:federatedprovider", ({ facts }) => facts.federatedProvider]
]);
function isSigned({ kind }) {
  return kind !== "anonymous" && kind !== "identityProvider";
}
var principalTagPrefix = "aws:principaltag/";
var iamResourceTagPrefix = "iam:resourcetag/";
function derivedValue(query, key) {
  const derivation = derivations.get(key);
  if (derivation !== void 0) return derivation(query);
  if (key.startsWith(principalTagPrefix)) return principalTag(query, key.slice(principalTagPrefix.length));
  if (key.startsWith(iamResourceTagPrefix))
    return query.context?.get(`aws:resourcetag/${key.slice(iamResourceTagPrefix.length)}`);
  return void 0;
}
function principalTag({ facts }, name) {
  for (const tag in facts.principalTags) if (tag.toLowerCase() === name) return facts.principalTags[tag];
  return void 0;
}

// packages/policy/src/request/query.ts
var noFacts = {};
var boundable = /* @__PURE__ */ new Set(["user", "roleSession", "federatedUser"]);
var rememberedNames = 2e4;
var actionNames = /* @__PURE__ */ new Map();
function actionName(given) {
  const known = actionNames.get(given);
  if (known !== void 0) return known;
  const action = given.toLowerCase();
  const colon = action.indexOf(":");
  const name = { action, service: colon === -1 ? action : action.slice(0, colon) };
  if (actionNames.size >= rememberedNames) actionNames.clear();
  actionNames.set(given, name);
  return name;
}
function createQuery(principal, request, facts = noFacts, hasBoundary = false) {
  const { action, service } = actionName(request.action);
  const arn = parseArn(request.resource);
  const caller = readCaller(principal, facts, action);
  const query = {
    action,
    service,
    resource: request.resource,
    arn,
    resourceAccount: request.resourceAccount ?? accountOf(arn) ?? caller.account,
    caller,
    bounded: hasBoundary && boundable.has(caller.kind),
    facts,
    request,
    context: void 0,
    variable: (key) => {
      const value2 = contextValue(query, key);
      return typeof value2 === "string" ? value2 : void 0;
    }
  };
  return query;
}
function contextValue(query, key) {
  query.context ??= lowerKeys(query.request.context);
  return query.context.get(key) ?? derivedValue(query, key);
}
function lowerKeys(context) {
  const lowered = /* @__PURE__ */ new Map();
  for (const key in context) {
    const value2 = context[key];
    if (value2 !== void 0) lowered.set(key.toLowerCase(), value2);
  }
  return lowered;
}

// packages/policy/src/pattern/resolvable.ts
function createResolvable(template, build) {
  const fixed = template.filter((part) => !isVariable(part));
  if (fixed.length === template.length) {
    const made = build(fixed);
    return { varies: false, resolve: () => made, show: () => literalText(fixed) };
  }
  const show = (lookup) => {
    const parts = substitute(template, lookup);
    return parts && literalText(parts);
  };
  return { varies: true, resolve: rememberLast(template, build), show };
}
function rememberLast(template, build) {
  let last;
  let made;
  return (lookup) => {
    const parts = substitute(template, lookup);
    if (parts === void 0) return void 0;
    if (last === void 0 || parts.some((part, index) => part !== last?.[index])) made = build(parts);
    last = parts;
    return made;
  };
}
function substitute(template, lookup) {
  const parts = [];
  for (const part of template) {
    const value2 = isVariable(part) ? lookup(part.key) ?? part.fallback : part;
    if (value2 === void 0) return void 0;
    parts.push(value2);
  }
  return parts;
}

// packages/policy/src/match/compile-condition.ts
function compileCondition(condition, variables) {
  const operator2 = conditionOperators[condition.name];
  const syntax2 = { variables: variables && operator2.variables, wildcards: operator2.wildcards };
  const tests = condition.values.map((value2) => createResolvable(parseTemplate(value2.value, syntax2), operator2.matches));
  return { condition, operator: operator2, key: condition.key.value.toLowerCase(), tests };
}
function conditionHolds(compiled, query, recorder) {
  const actual = contextValue(query, compiled.key);
  const matched = compare(compiled, actual, query, recorder);
  recorder?.condition(compiled.condition, { matched, actual });
  return matched;
}
function compare(compiled, actual, query, recorder) {
  const { condition, operator: operator2 } = compiled;
  if (operator2.type === "null") return anyTest(compiled, String(isNullSet(actual)), query, recorder);
  if (condition.qualifier !== void 0) return compareSet(compiled, actual, query, recorder);
  if (actual === void 0 || actual.length === 0 && typeof actual !== "string")
    return condition.ifExists || operator2.negated;
  if (typeof actual !== "string") return false;
  return anyTest(compiled, actual, query, recorder) !== operator2.negated;
}
function compareSet(compiled, actual, query, recorder) {
  const { condition, operator: operator2 } = compiled;
  const every2 = condition.qualifier === "ForAllValues";
  if (isNullSet(actual)) return every2 || condition.ifExists && actual === void 0;
  const values = typeof actual === "string" ? [actual] : actual ?? [];
  let decided = every2;
  for (const value2 of values) {
    const passes = anyTest(compiled, value2, query, recorder) !== operator2.negated;
    if (passes !== every2) decided = !every2;
    if (passes !== every2 && recorder === void 0) break;
  }
  return decided;
}
function isNullSet(value2) {
  return value2 === void 0 || value2.length === 0;
}
function anyTest(compiled, value2, query, recorder) {
  let found = false;
  for (let index = 0; index < compiled.tests.length; index += 1) {
    const matched = compiled.tests[index]?.resolve(query.variable)?.(value2) ?? false;
    if (recorder !== void 0) record(compiled, index, matched, query, recorder);
    if (matched) found = true;
    if (matched && recorder === void 0) break;
  }
  return found;
}
function record(compiled, index, matched, query, recorder) {
  const [listed, test] = [compiled.condition.values[index], compiled.tests[index]];
  if (listed === void 0 || test === void 0) return;
  const resolved = test.varies && { resolved: test.show(query.variable) };
  recorder.listed({ text: listed.value, matched, start: listed.start, end: listed.end, ...resolved });
}

// packages/policy/src/principal/grant.ts
var noGrant = 0;
var accountGrant = 1;
var parentGrant = 2;
var directGrant = 3;

// packages/policy/src/match/compile-principal.ts
function compilePrincipal(element, effect) {
  const hitsBounded = element.negated && effect === "Deny";
  return { element, hitsBounded, reaches: element.entries.map((entry) => reachOf[entry.type](entry)) };
}
function principalGrant(principal, query, recorder) {
  let grant = noGrant;
  for (let index = 0; index < principal.reaches.length; index += 1) {
    const reach2 = principal.reaches[index]?.(query) ?? noGrant;
    if (reach2 > grant) grant = reach2;
    if (recorder !== void 0) record2(principal.element.entries[index], reach2, recorder);
  }
  if (!principal.element.negated) return grant;
  return grant === noGrant || principal.hitsBounded && query.bounded ? directGrant : noGrant;
}
function record2(entry, reach2, recorder) {
  if (entry === void 0) return;
  const text3 = entry.type === "*" ? "*" : `${entry.type}: ${entry.value}`;
  recorder.listed({ text: text3, matched: reach2 !== noGrant, start: entry.start, end: entry.end });
}
var everybody = () => directGrant;
var reachOf = {
  "*": () => everybody,
  AWS: ({ value: value2 }) => value2 === "*" ? everybody : reachOfName(parsePrincipalName(value2)),
  Service: ({ value: value2 }) => ({ caller }) => caller.kind === "service" && caller.text === value2 ? directGrant : noGrant,
  Federated: ({ value: value2 }) => ({ caller }) => caller.kind === "identityProvider" && caller.text === value2 ? directGrant : noGrant,
  CanonicalUser: ({ value: value2 }) => ({ facts }) => facts.canonicalUserId === value2 ? accountGrant : noGrant
};
function reachOfName(name) {
  if (name === void 0) return () => noGrant;
  const reach2 = nameReaches[name.kind];
  return (query) => reach2(name, query);
}
var nameReaches = {
  account: ({ account }, { caller }) => caller.account === account && isIamPrincipal(caller) ? accountGrant : noGrant,
  user: ({ arn }, { caller, facts }) => {
    if (caller.kind === "user" && caller.text === arn) return directGrant;
    return caller.kind === "federatedUser" && facts.federatedUserParentArn === arn ? parentGrant : noGrant;
  },
  role: ({ arn, account, name }, { caller }) => {
    if (caller.kind !== "roleSession") return noGrant;
    const same2 = caller.pathKnown ? caller.principalArn === arn : caller.account === account && caller.name === name;
    return same2 ? parentGrant : noGrant;
  },
  session: ({ arn }, { caller }) => caller.kind === "roleSession" && caller.text === arn ? directGrant : noGrant,
  federatedUser: ({ arn }, { caller }) => caller.kind === "federatedUser" && caller.text === arn ? directGrant : noGrant,
  uniqueId: ({ id }, { caller, facts }) => {
    if (facts.principalId !== id) return noGrant;
    return caller.kind === "user" ? directGrant : parentGrant;
  }
};
function isIamPrincipal({ kind }) {
  return kind === "root" || kind === "user" || kind === "roleSession" || kind === "federatedUser";
}

// packages/policy/src/match/compile-resource.ts
function compileResource(element, kind, variables) {
  return { element, patterns: element.patterns.map((text3) => compilePattern2(text3, kind, variables)) };
}
function compilePattern2({ value: value2 }, kind, variables) {
  if (value2 === "*") return { kind: "any" };
  const split = splitArnPattern(value2);
  if (split[0] !== "arn")
    return kindRules[kind].resourcesAreArns ? { kind: "none" } : { kind: "text", glob: fieldGlob(value2) };
  const fields = completeFields(split, kindRules[kind].incompleteArn);
  if (fields === void 0 || variables && fields.slice(0, 5).some((field) => field.includes("${")))
    return { kind: "none" };
  const [, partition2 = "", service = "", region2 = "", accountId3 = "", resource2 = ""] = fields;
  const head = {
    partition: fieldGlob(partition2),
    service: fieldGlob(service),
    region: fieldGlob(region2),
    accountId: fieldGlob(accountId3)
  };
  const tail = createResolvable(parseTemplate(resource2, { variables, wildcards: true }), compileGlob);
  const fixed = tail.varies ? void 0 : tail.resolve(() => void 0);
  return fixed === void 0 ? { kind: "variable", tail, ...head } : { kind: "arn", tail: fixed, ...head };
}
function resourceMatches(resource2, query, recorder) {
  let listed = false;
  for (let index = 0; index < resource2.patterns.length; index += 1) {
    const pattern = resource2.patterns[index];
    const matched = pattern !== void 0 && patternMatches(pattern, query);
    if (recorder !== void 0) record3(resource2, index, matched, query, recorder);
    if (matched) listed = true;
    if (matched && recorder === void 0) break;
  }
  return listed !== resource2.element.negated;
}
function patternMatches(pattern, query) {
  switch (pattern.kind) {
    case "any":
      return true;
    case "none":
      return false;
    case "text":
      return globMatches(pattern.glob, query.resource);
    case "arn":
      return query.arn !== void 0 && headMatches(pattern, query.arn) && globMatches(pattern.tail, query.arn.resource);
    case "variable":
      return query.arn !== void 0 && headMatches(pattern, query.arn) && variableMatches(pattern.tail, query, query.arn.resource);
  }
}
function variableMatches(tail, query, resource2) {
  const glob = tail.resolve(query.variable);
  return glob !== void 0 && globMatches(glob, resource2);
}
function record3(resource2, index, matched, query, recorder) {
  const [text3, pattern] = [resource2.element.patterns[index], resource2.patterns[index]];
  if (text3 === void 0 || pattern === void 0) return;
  const resolved = pattern.kind === "variable" && { resolved: showTail(text3.value, pattern.tail.show(query.variable)) };
  recorder.listed({ text: text3.value, matched, start: text3.start, end: text3.end, ...resolved });
}
function showTail(text3, tail) {
  return tail && [...splitArnPattern(text3).slice(0, 5), tail].join(":");
}

// packages/policy/src/match/compile-policy.ts
function compilePolicy(policy, id) {
  const variables = policy.version === "2012-10-17";
  const statements3 = policy.statements.map((statement2) => compileStatement(statement2, policy.kind, variables));
  return { id, kind: policy.kind, policy, statements: statements3, byService: /* @__PURE__ */ new Map(), byAction: /* @__PURE__ */ new Map() };
}
function compileStatement(statement2, kind, variables) {
  return {
    statement: statement2,
    allows: statement2.effect === "Allow",
    principal: statement2.principal && compilePrincipal(statement2.principal, statement2.effect),
    action: compileAction(statement2.action),
    resource: statement2.resource && compileResource(statement2.resource, kind, variables),
    conditions: statement2.conditions.map((condition) => compileCondition(condition, variables)),
    citations: {}
  };
}
var rememberedActions = 2e3;
function candidatesFor(policy, action, service) {
  const known = policy.byAction.get(action);
  if (known !== void 0) return known;
  const name = action.slice(service.length + 1);
  const found = statementsOf(policy, service).filter(
    (statement2) => actionMatches(statement2.action, service, name, void 0)
  );
  if (policy.byAction.size >= rememberedActions) policy.byAction.clear();
  policy.byAction.set(action, found);
  return found;
}
function statementsOf(policy, service) {
  const known = policy.byService.get(service);
  if (known !== void 0) return known;
  const found = policy.statements.filter(({ action }) => action.services?.has(service) ?? true);
  if (policy.byService.size >= rememberedActions) policy.byService.clear();
  policy.byService.set(service, found);
  return found;
}

// packages/policy/src/decide/decision.ts
var layers = ["scp", "rcp", "vpcEndpoint", "resource", "identity", "boundary", "session"];
var decisionRules = {
  needsNoPermission: "this call needs no permission and no policy can deny it",
  credentialsCannotCall: "credentials of this kind cannot make this call, whatever the policies say",
  rootAssumesNoRole: "the root user cannot assume roles",
  unknownPrincipal: "the principal is not one that AWS knows",
  explicitDeny: "a statement denies it, and a deny always wins",
  scpSilent: "a level of service control policies does not allow it",
  endpointSilent: "the VPC endpoint policy does not allow it",
  partitionCrossed: "no access crosses from one AWS partition into another",
  outsiderGranted: "the resource policy allows this principal, which has no policies of its own",
  outsiderSilent: "the resource policy does not allow this principal, which has no policies of its own",
  rootOwns: "the root user may do everything in its account",
  rootTrusted: "the resource policy allows the account, so its root user",
  rootNotTrusted: "the resource policy does not allow the account, and here even the root user needs it",
  rootAcrossAccounts: "the resource policy of the other account allows the root user's account",
  directGrant: "the resource policy names the caller in the same account; identity policies need not allow it",
  parentGrant: "the resource policy names the role or user behind the session in the same account",
  identityGrant: "an identity policy allows it, and nothing limits it",
  bothSides: "the resource policy of the other account and an identity policy both allow it",
  identitySilent: "no identity policy allows it",
  resourceSilent: "the resource policy does not allow it, and here it must",
  boundarySilent: "the permissions boundary does not allow it",
  sessionSilent: "the session policy does not allow it",
  publicAccessBlocked: "S3 Block Public Access keeps other accounts out of a bucket with a public policy"
};

// packages/policy/src/decide/rcp-services.ts
var rcpServices = new Set(
  `aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront
    cloudsearch cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity
    cognito-idp comprehend comprehendmedical compute-optimizer cost-optimization-hub dax dsql
    dynamodb ecr ecr-public events firehose fis fms gamelift health inspector-scan kendra
    kinesisvideo kms logs memorydb networkmonitor notifications opensearch pca-connector-ad
    personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery
    signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2
    workspaces xray`.split(/\s+/)
);

// packages/policy/src/decide/applicability.ts
var everything = ["scp", "rcp", "vpcEndpoint", "resource", "identity", "boundary", "session"];
var outside = ["rcp", "vpcEndpoint", "resource"];
var layersOf = {
  root: /* @__PURE__ */ new Set(["scp", ...outside]),
  user: new Set(everything.filter((layer2) => layer2 !== "session")),
  roleSession: new Set(everything),
  federatedUser: new Set(everything),
  service: new Set(outside),
  identityProvider: new Set(outside),
  anonymous: new Set(outside),
  unknown: new Set(outside)
};
var nouns2 = {
  root: "the root user",
  user: "an IAM user",
  roleSession: "a role session",
  federatedUser: "a federated user",
  service: "an AWS service",
  identityProvider: "an identity provider",
  anonymous: "an anonymous caller",
  unknown: "an unknown principal"
};
var exemptions = {
  scp: scpExemption,
  rcp: rcpExemption
};
function whyNotApplicable(layer2, query) {
  const { kind } = query.caller;
  const assumedRoot = layer2 === "session" && kind === "root" && query.facts.assumedRoot === true;
  if (!assumedRoot && !layersOf[kind].has(layer2)) return `does not apply to ${nouns2[kind]}`;
  return exemptions[layer2]?.(query);
}
function scpExemption({ caller, facts }) {
  if (facts.managementAccount === true) return "does not bind the management account";
  return caller.serviceLinked ? "does not bind service-linked roles" : void 0;
}
function rcpExemption(query) {
  const { caller, facts, action, service } = query;
  if (caller.serviceLinked) return "does not bind service-linked roles";
  if (facts.resourceManagementAccount ?? (facts.managementAccount === true && caller.account === query.resourceAccount))
    return "does not bind the management account";
  if (!rcpServices.has(service)) return `does not bind ${service}`;
  if (action === "kms:retiregrant") return "does not bind kms:RetireGrant";
  return facts.awsManagedKey === true ? "does not bind keys that AWS manages" : void 0;
}

// packages/policy/src/match/match-statement.ts
function matchStatement(statement2, query, recorder) {
  const thorough = recorder !== void 0;
  let matches = !thorough || actionHolds(statement2, query, recorder);
  if (matches || thorough) matches = resourceHolds(statement2, query, recorder) && matches;
  const grant = matches || thorough ? reach(statement2, query, recorder) : noGrant;
  matches = matches && grant !== noGrant;
  if (matches || thorough) matches = conditionsHold(statement2, query, recorder) && matches;
  const result = matches ? grant : noGrant;
  recorder?.statement(statement2.statement, result);
  return result;
}
function actionHolds(statement2, query, recorder) {
  const matched = actionMatches(
    statement2.action,
    query.service,
    query.action.slice(query.service.length + 1),
    recorder
  );
  recorder.element(statement2.action.element, matched);
  return matched;
}
function resourceHolds(statement2, query, recorder) {
  if (statement2.resource === void 0) return true;
  const matched = resourceMatches(statement2.resource, query, recorder);
  recorder?.element(statement2.resource.element, matched);
  return matched;
}
function reach(statement2, query, recorder) {
  if (statement2.principal === void 0) return directGrant;
  const grant = principalGrant(statement2.principal, query, recorder);
  recorder?.element(statement2.principal.element, grant !== noGrant);
  return grant;
}
function conditionsHold(statement2, query, recorder) {
  let all = true;
  for (const condition of statement2.conditions) {
    if (conditionHolds(condition, query, recorder)) continue;
    all = false;
    if (recorder === void 0) break;
  }
  return all;
}

// packages/policy/src/decide/verdicts.ts
var silent = { denies: [], allows: [] };
function judgePolicies(policies2, query, recorder, level) {
  let denies;
  let allows;
  for (const policy of policies2) {
    const statements3 = recorder === void 0 ? candidatesFor(policy, query.action, query.service) : policy.statements;
    for (const statement2 of statements3) {
      const grant = matchStatement(statement2, query, recorder);
      if (grant === noGrant) continue;
      if (statement2.allows) (allows ??= []).push({ policy, statement: statement2, grant });
      else (denies ??= []).push({ policy, statement: statement2, grant });
    }
    recorder?.policy(policy, level);
  }
  return denies === void 0 && allows === void 0 ? silent : { denies: denies ?? silent.denies, allows: allows ?? silent.allows };
}

// packages/policy/src/decide/collect-verdicts.ts
var noLevels = [];
function collectVerdicts(query, policies2, recorder) {
  const session2 = policies2.session?.length === 0 ? void 0 : policies2.session;
  return {
    scp: levels2("scp", query, policies2.scps, recorder),
    rcp: levels2("rcp", query, policies2.rcps, recorder),
    vpcEndpoint: throughEndpoint(query, single("vpcEndpoint", query, policies2.vpcEndpoint, recorder)),
    resource: single("resource", query, policies2.resource, recorder) ?? silent,
    identity: layer("identity", query, policies2.identity, recorder) ?? silent,
    boundary: single("boundary", query, policies2.boundary, recorder),
    session: layer("session", query, session2, recorder)
  };
}
function single(name, query, policy, recorder) {
  return policy === void 0 ? void 0 : layer(name, query, [policy], recorder);
}
function layer(name, query, policies2, recorder) {
  if (policies2 === void 0) return void 0;
  const reason = whyNotApplicable(name, query);
  const verdict = reason === void 0 ? judgePolicies(policies2, query, recorder) : void 0;
  recorder?.layer(name, { reason, levels: void 0 });
  return verdict;
}
function levels2(name, query, policies2, recorder) {
  if (policies2 === void 0) return noLevels;
  const reason = whyNotApplicable(name, query);
  const verdicts = reason === void 0 ? policies2.map((level, index) => judgePolicies(level, query, recorder, index)) : noLevels;
  recorder?.layer(name, { reason, levels: policies2.length });
  return verdicts;
}
function throughEndpoint({ facts, caller }, verdict) {
  if (verdict === void 0 || facts.gatewayEndpoint !== true || caller.kind === "root") return verdict;
  const counts = ({ grant }) => grant !== accountGrant;
  return { denies: verdict.denies.filter(counts), allows: verdict.allows.filter(counts) };
}

// packages/policy/src/decide/call-rules.ts
function callRule(standing) {
  const { query } = standing;
  const { kind } = query.caller;
  if (kind === "unknown")
    return { outcome: "ImplicitDeny", because: [], denyLayer: "identity", rule: "unknownPrincipal" };
  const signed = kind !== "anonymous" && kind !== "identityProvider";
  if (signed && query.action === "sts:getcalleridentity") return needsNothing;
  const refused2 = refusedCall(standing);
  if (refused2 !== void 0) return { outcome: "ImplicitDeny", because: [], denyLayer: "session", rule: refused2 };
  return signed && query.action === "sts:getsessiontoken" ? needsNothing : void 0;
}
var needsNothing = { outcome: "Allowed", because: [], rule: "needsNoPermission" };
function refusedCall({ query }) {
  const { caller, action, service, facts } = query;
  if (caller.kind === "root" && action === "sts:assumerole") return "rootAssumesNoRole";
  if (caller.kind === "federatedUser" && (service === "iam" || service === "sts")) return "credentialsCannotCall";
  if (caller.kind === "roleSession" && (action === "sts:getfederationtoken" || action === "sts:getsessiontoken"))
    return "credentialsCannotCall";
  if (facts.sessionToken !== true) return void 0;
  const mfa = contextValue(query, "aws:multifactorauthpresent") === "true";
  const refused2 = service === "iam" ? !mfa : service === "sts" && action !== "sts:assumerole";
  return refused2 ? "credentialsCannotCall" : void 0;
}

// packages/policy/src/decide/citation.ts
function cite({ policy, statement: statement2 }, layer2) {
  const known = statement2.citations[layer2];
  if (known !== void 0) return known;
  const { index, sid, effect } = statement2.statement;
  const span = spanOf(policy.policy.source, statement2.statement);
  const citation = { layer: layer2, policyId: policy.id, index, ...sid !== void 0 && { sid: sid.value }, effect, span };
  statement2.citations[layer2] = citation;
  return citation;
}

// packages/policy/src/decide/s3-public-access.ts
var limitingKeys = /* @__PURE__ */ new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceip",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceowner",
  "aws:sourceaccount",
  "aws:userid",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
  "s3:x-amz-server-side-encryption-aws-kms-key-id"
]);
var widestPrefix = { 4: 8, 6: 32 };
function isBlockedAsPublic({ query, policies: policies2, sameAccount }) {
  const restricts = query.facts.blockPublicAccess?.restrictPublicBuckets === true;
  if (!restricts || query.service !== "s3" || sameAccount || query.caller.kind === "service") return false;
  return policies2.resource !== void 0 && isPublicPolicy(policies2.resource.policy);
}
function isPublicPolicy(policy) {
  return policy.statements.some(isPublicStatement);
}
function isPublicStatement({ effect, principal, conditions }) {
  if (effect !== "Allow" || principal === void 0) return false;
  const everybody2 = principal.negated || principal.entries.some((entry) => entry.value === "*");
  return everybody2 && !conditions.some(limits);
}
function limits({ name, key, values, ifExists, qualifier }) {
  const lower = key.value.toLowerCase();
  const operator2 = conditionOperators[name];
  if (!limitingKeys.has(lower) || operator2.negated || ifExists || qualifier === "ForAllValues" || operator2.type === "null")
    return false;
  return values.length > 0 && values.every((value2) => isFixed(lower, value2.value));
}
function isFixed(key, value2) {
  if (key === "s3:dataaccesspointarn") return true;
  if (key === "aws:sourceip") return isNarrow(value2);
  if (key === "aws:userid") return !value2.includes("${") && !/[*?]/.test(value2.replace(/^AROA\w+:\*$/, ""));
  return !/[*?]|\$\{/.test(value2);
}
function isNarrow(value2) {
  const range = parseIpRange(value2);
  return range !== void 0 && range.bits >= widestPrefix[range.family];
}

// packages/policy/src/decide/judge.ts
var steps = [
  callRule,
  explicitDeny,
  organizationSilence,
  endpointSilence,
  partitions,
  outsider2,
  root2,
  member
];
function judge(standing) {
  for (const step2 of steps) {
    const decision = step2(standing);
    if (decision === void 0) continue;
    const blocked = decision.outcome === "Allowed" && isBlockedAsPublic(standing);
    return blocked ? refuse("publicAccessBlocked", "resource") : decision;
  }
  return refuse("identitySilent", "identity");
}
function refuse(rule, denyLayer) {
  return { outcome: "ImplicitDeny", because: [], denyLayer, rule };
}
function allow(rule, because) {
  return { outcome: "Allowed", because, rule };
}
function explicitDeny(standing) {
  const because = [];
  for (const layer2 of layers) {
    if (layer2 === "resource" && mayRescueBucket(standing)) continue;
    for (const verdict of verdictsOf(standing.verdicts, layer2))
      for (const matched of verdict.denies) because.push(cite(matched, layer2));
  }
  const [first] = because;
  return first && { outcome: "ExplicitDeny", because, denyLayer: first.layer, rule: "explicitDeny" };
}
function verdictsOf(verdicts, layer2) {
  const found = verdicts[layer2];
  if (found === void 0) return [];
  return "denies" in found ? [found] : found;
}
var bucketPolicyActions = /* @__PURE__ */ new Set([
  "s3:getbucketpolicy",
  "s3:putbucketpolicy",
  "s3:deletebucketpolicy"
]);
function mayRescueBucket({ query, sameAccount }) {
  return query.caller.kind === "root" && sameAccount && bucketPolicyActions.has(query.action);
}
function organizationSilence({ verdicts }) {
  return verdicts.scp.some((level) => level.allows.length === 0) ? refuse("scpSilent", "scp") : void 0;
}
function endpointSilence({ verdicts }) {
  return verdicts.vpcEndpoint?.allows.length === 0 ? refuse("endpointSilent", "vpcEndpoint") : void 0;
}
function partitions({ query }) {
  const { caller, arn } = query;
  const crossed = caller.partition !== void 0 && arn !== void 0 && arn.partition !== "" && arn.partition !== caller.partition;
  return crossed ? refuse("partitionCrossed", "resource") : void 0;
}
function outsider2({ query, direct, verdicts }) {
  const { kind } = query.caller;
  if (kind !== "anonymous" && kind !== "service" && kind !== "identityProvider") return void 0;
  return direct ? allow("outsiderGranted", granting(verdicts, directGrant)) : refuse("outsiderSilent", "resource");
}
function root2(standing) {
  const { query, sameAccount, trustOnly, verdicts, sessionAllows } = standing;
  if (query.caller.kind !== "root") return void 0;
  const granted = verdicts.resource.allows.length > 0;
  if (!sessionAllows) return refuse("sessionSilent", "session");
  if (sameAccount && !trustOnly) return allow("rootOwns", []);
  if (!granted) return refuse(sameAccount ? "rootNotTrusted" : "resourceSilent", "resource");
  return allow(sameAccount ? "rootTrusted" : "rootAcrossAccounts", granting(verdicts));
}
function member(standing) {
  return standing.sameAccount ? insideAccount(standing) ?? lacking(standing) : acrossAccounts(standing);
}
function insideAccount(standing) {
  const { query, verdicts, direct, parent, account, trustOnly, identityAllows, boundaryAllows, sessionAllows } = standing;
  const boundTrust = query.caller.kind === "user" && trustOnly && isRoleTrust(standing) && !boundaryAllows;
  const limits2 = boundaryAllows && sessionAllows;
  const byName2 = direct && !boundTrust;
  const byParent = parent && limits2;
  const byIdentity = identityAllows && limits2 && (!trustOnly || account);
  if (!byName2 && !byParent && !byIdentity) return void 0;
  const because = [
    ...byName2 ? granting(verdicts, directGrant) : [],
    ...byParent ? granting(verdicts, parentGrant) : [],
    ...byIdentity ? citations(verdicts.identity.allows, "identity") : [],
    ...byIdentity && trustOnly ? granting(verdicts, accountGrant) : []
  ];
  return allow(byName2 ? "directGrant" : byParent ? "parentGrant" : "identityGrant", because);
}
function isRoleTrust({ query }) {
  return query.service === "sts";
}
function acrossAccounts(standing) {
  const { verdicts, identityAllows, boundaryAllows, sessionAllows } = standing;
  if (verdicts.resource.allows.length === 0) return refuse("resourceSilent", "resource");
  if (!identityAllows || !boundaryAllows || !sessionAllows) return lackingLimit(standing);
  return allow("bothSides", [...citations(verdicts.identity.allows, "identity"), ...granting(verdicts)]);
}
function lacking(standing) {
  const { trustOnly, verdicts } = standing;
  return trustOnly && verdicts.resource.allows.length === 0 ? refuse("resourceSilent", "resource") : lackingLimit(standing);
}
function lackingLimit({
  identityAllows,
  parent,
  direct,
  boundaryAllows,
  sessionAllows,
  sameAccount
}) {
  const grantedInside = sameAccount && (parent || direct);
  if (!identityAllows && !grantedInside) return refuse("identitySilent", "identity");
  if (!boundaryAllows) return refuse("boundarySilent", "boundary");
  return sessionAllows ? refuse("resourceSilent", "resource") : refuse("sessionSilent", "session");
}
function granting({ resource: resource2 }, grant) {
  return citations(
    grant === void 0 ? resource2.allows : resource2.allows.filter((matched) => matched.grant === grant),
    "resource"
  );
}
function citations(matched, layer2) {
  return matched.map((statement2) => cite(statement2, layer2));
}

// packages/policy/src/decide/standing.ts
function standingOf(query, policies2, verdicts) {
  const granted = (grant) => verdicts.resource.allows.some((matched) => matched.grant === grant);
  const { caller } = query;
  return {
    query,
    policies: policies2,
    verdicts,
    sameAccount: caller.account !== void 0 && caller.account === query.resourceAccount,
    trustOnly: isTrustOnly(query, policies2),
    direct: granted(directGrant),
    parent: granted(parentGrant),
    account: granted(accountGrant),
    identityAllows: verdicts.identity.allows.length > 0,
    boundaryAllows: verdicts.boundary === void 0 || verdicts.boundary.allows.length > 0,
    // A federated user without session policies has no permissions; a role session without them is not limited.
    sessionAllows: verdicts.session === void 0 ? caller.kind !== "federatedUser" : verdicts.session.allows.length > 0
  };
}
var roleTrustActions = new Set(trustActions);
function isTrustOnly({ action, service, arn }, policies2) {
  if (policies2.resource?.kind === "trust") return true;
  const isRole = arn?.service === "iam" && arn.resource.startsWith("role/");
  if (roleTrustActions.has(action)) return isRole || policies2.resource !== void 0;
  return service === "kms" && arn?.service === "kms" && arn.resource.startsWith("key/");
}

// packages/policy/src/decide/decide.ts
function decide(input) {
  return judge(evaluate(input, void 0));
}
function evaluate(input, recorder) {
  const { principal, request, policies: policies2, facts } = input;
  const query = createQuery(principal, request, facts, policies2.boundary !== void 0);
  return standingOf(query, policies2, collectVerdicts(query, policies2, recorder));
}

// packages/policy/src/case/read-case.ts
var isText = (value2) => typeof value2 === "string";
var isRecord2 = (value2) => typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
var isPolicy = (value2) => isText(value2) || isRecord2(value2);
var listOf = (check) => (value2) => Array.isArray(value2) && value2.every(check);
var texts = { check: listOf(isText), wanted: "a list of strings" };
var policies = { check: listOf(isPolicy), wanted: "a list of policies" };
var levels3 = { check: listOf(listOf(isPolicy)), wanted: "a list of levels, each a list of policies" };

// packages/access/src/tasks/action-matcher.ts
function actionMatcher(pattern) {
  if (pattern === "*" || pattern === "*:*") return () => true;
  const folded = pattern.toLowerCase();
  return (action) => matchesGlob(folded, `${action.service}:${action.name}`.toLowerCase());
}

// packages/access/src/tasks/expand-task.ts
function expandTask(task, catalog2) {
  const actions = catalog2.actionSummaries();
  const patterns = task.kind === "levels" ? task.except : task.pieces.flatMap((piece2) => piece2.actions);
  const matches = anyOf(patterns);
  const chosen = actions.filter((action) => task.kind === "levels" ? task.levels.includes(action.accessLevel) && !matches(action) : matches(action));
  return chosen.map(nameOf).toSorted();
}
function meansAnAction(pattern, catalog2) {
  return catalog2.actionSummaries().some(anyOf([pattern]));
}
function anyOf(patterns) {
  const byService = /* @__PURE__ */ new Map();
  for (const pattern of patterns) {
    const service = /^[^:*?]+(?=:)/.exec(pattern)?.[0].toLowerCase() ?? "";
    byService.set(service, [...byService.get(service) ?? [], actionMatcher(pattern)]);
  }
  const general = byService.get("") ?? [];
  return (action) => [...general, ...byService.get(action.service.toLowerCase()) ?? []].some((matches) => matches(action));
}
function nameOf(action) {
  return `${action.service}:${action.name}`;
}

// packages/access/src/file/checks/check-tasks.ts
function checkTasks(context) {
  const sections = context.content.tasks ?? [];
  const known = new Map([...outsideNames(builtInTasks.map((task) => task.name)), ...namesOf(sections)]);
  for (const { value: value2 } of sections) {
    for (const word2 of value2.allow) {
      if (isActionPattern(word2.text)) checkAction2(word2, context);
      else checkName(word2, known, { code: "CST0105", what: "task", help: "an action is written `service:Action`" }, context);
    }
    for (const word2 of value2.on ?? []) checkResource2(word2, context);
    for (const entry of value2.when ?? []) checkCondition(entry, context);
  }
}
function checkAction2(word2, { reading, catalog: catalog2 }) {
  if (meansAnAction(word2.text, catalog2)) return;
  const [service = ""] = word2.text.split(":");
  const services = catalog2.services();
  if (!services.includes(service.toLowerCase())) {
    const near2 = reading.near(service, services);
    const help2 = near2 === void 0 ? "see `castellan help actions`" : `did you mean the service \`${near2}\`?`;
    reading.report("CST0109", `AWS has no service \`${service}\``, { span: word2.span, help: help2 });
    return;
  }
  const own = catalog2.actionSummaries().filter((action) => action.service === service.toLowerCase());
  const near = reading.near(word2.text, own.map((action) => `${action.service}:${action.name}`));
  const help = near === void 0 ? {} : { help: `write \`${near}\`` };
  reading.report("CST0109", `\`${word2.text}\` means no action that AWS has`, { span: word2.span, ...help });
}
function checkResource2(word2, { reading }) {
  if (word2.text === "*" || /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+/.test(word2.text)) return;
  reading.report("CST0008", `\`${word2.text}\` is not a resource ARN`, { span: word2.span, help: "for example `arn:aws:s3:::my-bucket/*`" });
}
function checkCondition({ key }, { reading }) {
  if (testOf(key.text, []) !== void 0) return;
  reading.report("CST0008", `\`${key.text}\` is not a condition`, { span: key.span, help: `one of ${conditionWords.join(", ")}` });
}

// packages/access/src/file/check-access-file.ts
function checkAccessFile(content, reading, catalog2) {
  const tasks2 = taskCatalogue(fileTasks(content.tasks ?? []));
  const context = { content, reading, catalog: catalog2, tasks: tasks2 };
  for (const check of [checkPeople, checkTasks, checkPermissionSets, checkAccounts, checkAccess, checkGuardrails, checkProfileWords]) check(context);
  return { tasks: tasks2, promises: parsePromises(context) };
}

// packages/access/src/file/shape.ts
function needed(shape, doc) {
  return { shape, needed: true, doc };
}
function optional(shape, doc) {
  return { shape, needed: false, doc };
}

// packages/access/src/file/sections/accounts.ts
var accountShape = object("an account", {
  id: optional(accountId, "The account's id: 12 digits in quotes; absent for an account that shall be created."),
  email: optional(email, "The root user's address; needed to create the account."),
  unit: optional(text("an organizational unit", { pattern: /^[^/]+(\/[^/]+)*$/, example: "Workloads" }), "The organizational unit: `Workloads`, or `Workloads/Production`."),
  tags: optional(mapOf("tags", text("a tag value")), "Tags of the account."),
  budget: optional(notBuilt("`budget`"), "What the account may cost a month."),
  expiresTag: optional(notBuilt("`expires-tag`"), "Whether resources must say when they expire.")
});
var accountsShape = mapOf("accounts by name", accountShape);
var setNames = oneOrMany("permission sets", text("a permission set"));
var accessShape = mapOf("rows by account", mapOf("permission sets by group", setNames));
var guardrailsShape = mapOf("guardrails by unit", oneOrMany("guardrails", text("a guardrail such as `no-iam-users`")));

// packages/access/src/file/sections/organization.ts
var methods = ["identity-center", "iam-users"];
var region = text("an AWS Region", { pattern: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, example: "ap-northeast-2" });
var portal = text("the portal's address or its first word", {
  pattern: /^(https:\/\/[a-z0-9.:/-]+|[a-z0-9-]{1,63})$/,
  example: "d-9067abcdef"
});
var organizationShape = object("`organization`", {
  name: needed(text("a name", { pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/, example: "example-corp" }), "What you call the organization."),
  management: needed(accountId, "The management account's id: 12 digits in quotes."),
  region: needed(region, "The home Region of IAM Identity Center."),
  portal: optional(portal, "The AWS access portal: `d-9067abcdef` or its whole address."),
  method: optional(text("a method", { among: methods }), "How people sign in: Identity Center, or IAM users as the fallback.")
});

// packages/access/src/file/sections/people.ts
var personShape = object("a person", {
  is: optional(oneOrMany("group names", text("a group name")), "The groups the person is in, by their keys in `groups`."),
  was: optional(oneOrMany("group names", text("a group name")), "The groups the person shall leave, by their keys in `groups`."),
  name: optional(text("a person's name", { pattern: /^\S(.*\S)?$/, example: "Minji Kim" }), "The name shown in the portal; made from the address if absent."),
  left: optional(day, "The day the person left; they stay in the file until their removal is proven.")
});
var peopleShape = mapOf("people by e-mail address", personShape);

// packages/access/src/file/sections/permission-sets.ts
var import_yaml5 = __toESM(require_dist(), 1);
var named2 = text("an AWS managed policy, a task or a policy file");
var statements = { description: "IAM statements, or a whole policy.", type: ["array", "object", "string"] };
var written = object("a policy written out", { policy: needed(plainData("IAM statements", statements), "IAM statements, or a whole policy.") });
var use = {
  words: "an AWS managed policy, a task, a policy file or `{policy: \u2026}`",
  schema: { anyOf: [named2.schema, written.schema] },
  read(node, reading, at2) {
    if ((0, import_yaml5.isMap)(node)) {
      const value2 = written.read(node, reading, at2);
      return value2 === void 0 ? void 0 : { kind: "policy", policy: value2.policy };
    }
    const word2 = named2.read(node, reading, at2);
    return word2 === void 0 ? void 0 : { kind: "named", word: word2 };
  }
};
var tasks = oneOrMany("task names", text("a task name"));
var tags = mapOf("tags", text("a tag value"));
var permissionSetShape = object("a permission set", {
  use: needed(oneOrMany("policies or tasks", use), "AWS managed policies, tasks, policy files, or policies written out."),
  never: optional(tasks, "Tasks that are denied whatever else the set allows."),
  session: optional(session, "How long a session lasts: `1h` to `12h`; `1h` if absent."),
  boundary: optional(text("a boundary"), "A key of `boundaries`, or an AWS managed policy."),
  description: optional(text("a description"), "Shown in Identity Center."),
  relayState: optional(text("a console address", { pattern: /^https:\/\//, example: "https://console.aws.amazon.com/billing/home" }), "Where the console opens."),
  tags: optional(tags, "Tags of the permission set.")
});
var permissionSetsShape = mapOf("permission sets by name", permissionSetShape);
var boundaryShape = object("a boundary", {
  use: optional(tasks, "Tasks it lets through; everything if absent."),
  never: optional(tasks, "Tasks it never lets through."),
  description: optional(text("a description"), "What the boundary is for.")
});
var boundariesShape = mapOf("boundaries by name", boundaryShape);

// packages/access/src/file/sections/settings.ts
var passwords = object("`passwords`", {
  length: needed(wholeNumber("a number of characters", { min: 8, max: 128 }), "The least number of characters."),
  reuse: optional(wholeNumber("a number of passwords", { min: 1, max: 24 }), "How many old passwords may not be used again."),
  expire: optional(wholeNumber("a number of days", { min: 1, max: 1095 }), "After how many days a password must be changed; never if absent."),
  plain: optional(truth("`true` or `false`"), "True where letters alone are enough; else all four kinds of characters are wanted.")
});
var signInShape = object("`sign-in`", {
  passwords: optional(passwords, "What an IAM password must be like."),
  soleAdministrator: optional(
    text("the reason", { pattern: /\S.{9,}/, example: "one person, one account; root is the second way in" }),
    "Why one administrator is enough here; without it Castellan insists on two."
  ),
  mfa: optional(notBuilt("`mfa`"), "When a second factor is asked."),
  billingAccess: optional(notBuilt("`billing-access`"), "Whether the root user has switched on IAM access to billing.")
});
var profileName = text("a profile name", { pattern: /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/, example: "dev" });
var profilesShape = object("`profiles`", {
  name: optional(text("a name with `{account}` and `{short}`", { pattern: /^([A-Za-z0-9_.@-]|\{account\}|\{short\})+$/, example: "{account}-{short}" }), "How profiles are named."),
  short: optional(mapOf("short names by permission set", profileName), "Short names of permission sets."),
  default: optional(profileName, "The profile for daily work; never an administrator's."),
  session: optional(profileName, "The name of the sso-session; the organization's name if absent.")
});

// packages/access/src/file/sections/tasks.ts
var value = text("a value");
var taskShape = object("a task", {
  allow: needed(oneOrMany("actions or task names", text("an action such as `logs:Get*`, or a task")), "Action patterns, or other tasks to include."),
  on: optional(oneOrMany("resource ARNs", text("a resource ARN")), "Resource ARNs; every resource if absent."),
  when: optional(
    mapOf("conditions", oneOrMany("values", value), { pattern: /^(tag .+|request-tag .+|region|from|mfa)$/ }),
    "Conditions: `tag KEY`, `request-tag KEY`, `region`, `from` (addresses), `mfa`."
  ),
  about: optional(text("a sentence"), "What the task is for.")
});
var tasksShape = mapOf("tasks by name", taskShape);

// packages/access/src/file/access-file.ts
var fileVersion = 1;
var names3 = list("names", text("a name"), { orOne: true });
var retiredShape = object("`retired`", {
  groups: optional(names3, "Groups to delete, by their names in Identity Center."),
  permissionSets: optional(names3, "Permission sets to delete."),
  guardrails: optional(names3, "Service control policies to detach and delete, by name."),
  access: optional(accessShape, "Cells of the matrix to take away: rows of accounts, in them group: permission set.")
});
var accessFileShape = object("the access file", {
  castellan: needed(wholeNumber("the version of the access file", { min: 0, max: 999 }), "The version of the access file: 1."),
  organization: needed(organizationShape, "Which organization the file is about."),
  owns: optional(text("a tag", { pattern: /^[^=\s]{1,128}=[^=]{0,256}$/, example: "castellan=example-corp" }), "The tag of what Castellan owns; anything else is reported, never changed."),
  people: optional(peopleShape, "One line per human, by e-mail address."),
  groups: needed(mapOf("groups", text("the group's name in Identity Center")), "What you call a group: its name in Identity Center."),
  tasks: optional(tasksShape, "Named pieces of permission; built-in ones need no line."),
  boundaries: optional(boundariesShape, "The most that a permission set can ever give."),
  permissionSets: needed(permissionSetsShape, "What a group gets: policies and tasks, with what is never given."),
  accounts: needed(accountsShape, "The AWS accounts."),
  access: needed(accessShape, "The matrix: one row per account, in it group: permission set."),
  guardrails: optional(guardrailsShape, "What nobody may do, administrators included: service control policies by unit."),
  signIn: optional(signInShape, "How people sign in."),
  profiles: optional(profilesShape, "How the AWS CLI profiles are named."),
  promises: optional(list("promises", text("a promise"), {}), "What must stay true, in sentences."),
  retired: optional(retiredShape, "What was there and shall be removed."),
  borrow: optional(notBuilt("`borrow`"), "Access that is asked for, approved and given back."),
  pipelines: optional(notBuilt("`pipelines`"), "Roles for deployment pipelines."),
  breakGlass: optional(notBuilt("`break-glass`"), "Access for emergencies.")
});

// packages/access/src/file/parse-yaml.ts
var import_yaml6 = __toESM(require_dist(), 1);

// packages/access/src/file/reading.ts
var mostSuggestions = 100;
var Reading = class {
  file;
  text;
  diagnostics = [];
  /** Keys whose values could not be read; nobody complains that they are unknown. */
  broken = /* @__PURE__ */ new Set();
  #lines;
  #suggestions = 0;
  constructor(file, text3, lines) {
    this.file = file;
    this.text = text3;
    this.#lines = lines;
  }
  /** The place between two offsets in the text. */
  span(start, end) {
    return { file: this.file, start: this.#position(start), end: this.#position(Math.max(start, end)) };
  }
  /** The place of a node's value; `at` where the node has none of its own. */
  spanOf(node, at2) {
    const range = node?.range;
    if (range === null || range === void 0 || range[0] === range[1]) return at2;
    return this.span(range[0], range[1]);
  }
  /** Notes a fault and goes on. */
  report(code, message, detail = {}) {
    this.diagnostics.push(diagnose(code, message, detail));
  }
  /** The name that a mistyped one most likely means. */
  near(name, candidates) {
    this.#suggestions += 1;
    return this.#suggestions > mostSuggestions ? void 0 : nearName(name, candidates);
  }
  #position(offset) {
    const { line, col } = this.#lines.linePos(offset);
    return { offset, line: Math.max(1, line), column: Math.max(1, col) };
  }
};

// packages/access/src/file/parse-yaml.ts
var mostCharacters = 2 * 1024 * 1024;
var mostLevels = 64;
var mostYamlFaults = 10;
var longestMessage = 160;
function parseYaml(file, text3) {
  const lines = new import_yaml6.LineCounter();
  const reading = new Reading(file, text3, lines);
  if (!isReadable(text3, reading, lines)) return { reading };
  const document = compose(text3, lines);
  if (document === void 0) {
    reading.report("CST0003", "the file is nested too deeply", { help: `at most ${mostLevels} levels` });
    return { reading };
  }
  for (const fault of [...document.errors, ...document.warnings].slice(0, mostYamlFaults)) reportYaml(fault, reading);
  return document.errors.length > 0 ? { reading } : { reading, root: document.contents };
}
function compose(text3, lineCounter) {
  try {
    return (0, import_yaml6.parseDocument)(text3, { lineCounter, uniqueKeys: false, prettyErrors: false, merge: false, version: "1.2" });
  } catch (thrown) {
    if (thrown instanceof RangeError) return void 0;
    throw thrown;
  }
}
function isReadable(text3, reading, lines) {
  if (text3.length > mostCharacters) {
    reading.report("CST0003", `the file has ${text3.length} characters`, { help: `at most ${mostCharacters}` });
    return false;
  }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text3);
  if (control !== null) return refuse2(control.index, "CST0002", "this is not a text file", reading, lines, text3);
  const deep = tooDeepAt(text3);
  return deep === void 0 || refuse2(deep, "CST0003", "the file is nested too deeply", reading, lines, text3);
}
function refuse2(offset, code, message, reading, lines, text3) {
  for (let at2 = text3.indexOf("\n"); at2 !== -1 && at2 < offset; at2 = text3.indexOf("\n", at2 + 1)) lines.addNewLine(at2 + 1);
  reading.report(code, message, { span: reading.span(offset, offset + 1) });
  return false;
}
function tooDeepAt(text3) {
  let brackets = 0;
  const indents = [];
  for (let at2 = 0, column = 0, leading = true; at2 < text3.length; at2 += 1, column += 1) {
    const character = text3[at2];
    if (character === "\n") [column, leading] = [-1, true];
    else if (character === "[" || character === "{") brackets += 1;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    if (leading && character !== " " && character !== "\n") leading = opensLevel(text3, at2, column, indents);
    if (brackets > mostLevels || indents.length > mostLevels) return at2;
  }
  return void 0;
}
function opensLevel(text3, at2, column, indents) {
  while ((indents.at(-1) ?? -1) >= column) indents.pop();
  indents.push(column);
  return (text3[at2] === "-" || text3[at2] === "?") && text3[at2 + 1] === " ";
}
function reportYaml(fault, reading) {
  const [start, end] = fault.pos;
  const message = (fault.message.charAt(0).toLowerCase() + fault.message.slice(1)).slice(0, longestMessage);
  reading.report("CST0001", message, { span: reading.span(start, Math.max(end, start + 1)) });
}

// packages/access/src/file/parse-access-file.ts
function readAccessFile(text3, file) {
  const { reading, root: root3 } = parseYaml(file, text3);
  if (root3 === void 0) return { reading };
  const start = reading.span(0, 0);
  if (root3 === null) reading.report("CST0006", "the file is empty", { span: start, help: "`castellan init` writes one to start from" });
  const content = root3 === null ? void 0 : accessFileShape.read(root3, reading, start);
  if (content === void 0) return { reading };
  if (content.castellan !== fileVersion) reportVersion(content, reading);
  return { content, reading };
}
function reportVersion(content, reading) {
  const help = `write \`castellan: ${fileVersion}\``;
  reading.report("CST0009", `version ${content.castellan} of the access file is not known`, { span: content.span, help });
}

// packages/access/src/resolve/resolving.ts
function sourceOf(span, file) {
  return { file: span.file ?? file, line: span.start.line, column: span.start.column };
}
function ownerTag(content) {
  const written2 = content.owns?.text ?? `castellan=${content.organization.name.text}`;
  const cut = written2.indexOf("=");
  return { key: written2.slice(0, cut), value: written2.slice(cut + 1) };
}
function ownedTags(tags2, owner) {
  return { ...plainTags(tags2), [owner.key]: owner.value };
}
function plainTags(tags2) {
  return Object.fromEntries((tags2 ?? []).map(({ key, value: value2 }) => [key.text, value2.text]));
}
function cellsOf(content, rows = content.access) {
  const accounts = content.accounts.map(({ key }) => key.text);
  const groups2 = new Set(content.groups.map(({ key }) => key.text));
  const sets = new Set(content.permissionSets.map(({ key }) => key.text));
  const cells = /* @__PURE__ */ new Map();
  for (const row2 of rows) {
    const places = row2.key.text === everywhere ? accounts : accounts.filter((name) => name === row2.key.text);
    for (const { key, value: value2 } of row2.value.filter((cell) => groups2.has(cell.key.text))) {
      for (const set of value2.filter((word2) => sets.has(word2.text))) {
        for (const account of places) addOnce(cells, { account, group: key.text, set });
      }
    }
  }
  return [...cells.values()];
}
function addOnce(cells, cell) {
  const key = JSON.stringify([cell.account, cell.group, cell.set.text]);
  if (!cells.has(key)) cells.set(key, cell);
}
function managementAccount(content) {
  const { management } = content.organization;
  return content.accounts.find(({ value: value2 }) => value2.id?.text === management.text)?.key.text ?? management.text;
}
function byName(nameOf2) {
  return (a, b) => nameOf2(a) < nameOf2(b) ? -1 : nameOf2(a) > nameOf2(b) ? 1 : 0;
}

// packages/access/src/profiles/list-profiles.ts
function profileNaming(content) {
  const { profiles, accounts, organization } = content;
  const chosen = profiles?.default;
  return {
    name: profiles?.name?.text ?? (accounts.length === 1 ? "{short}" : "{account}-{short}"),
    short: Object.fromEntries((profiles?.short ?? []).map(({ key, value: value2 }) => [key.text, value2.text])),
    ...chosen === void 0 ? {} : { default: { name: chosen.text, span: chosen.span } },
    session: profiles?.session?.text ?? organization.name.text
  };
}
function listProfiles(estate, naming, person) {
  const roles = /* @__PURE__ */ new Map();
  for (const { account, permissionSet, principal } of estate.assignments) {
    if (person !== void 0 && !concerns(principal, person, estate)) continue;
    roles.set(JSON.stringify([account, permissionSet]), profileOf(account, permissionSet, estate, naming));
  }
  const first = naming.default?.name;
  const profiles = [...roles.values()].toSorted(byName(({ name, permissionSet }) => `${name === first ? 0 : 1} ${name} ${permissionSet}`));
  return { profiles, diagnostics: [...twice(profiles), ...person === void 0 ? unknownDefault(profiles, naming) : []] };
}
function concerns(principal, person, estate) {
  if (principal.kind === "user") return principal.name === person;
  return estate.groups.some((group) => group.displayName === principal.name && group.members.includes(person));
}
function profileOf(account, permissionSet, estate, naming) {
  const id = estate.accounts.find((one) => one.name === account)?.id;
  const short = Object.hasOwn(naming.short, permissionSet) ? naming.short[permissionSet] : void 0;
  const name = naming.name.replaceAll("{account}", account).replaceAll("{short}", short ?? shortName(permissionSet));
  return { name: name.replace(/[^A-Za-z0-9_.@-]+/g, "-"), account, ...id === void 0 ? {} : { accountId: id }, permissionSet };
}
function shortName(permissionSet) {
  const stem = permissionSet.replace(/Access$/, "") || permissionSet;
  return stem.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
function twice(profiles) {
  return profiles.flatMap((profile, index) => {
    const other = profiles.slice(0, index).find((one) => one.name === profile.name);
    if (other === void 0) return [];
    const roles = `${other.permissionSet} in ${other.account} and ${profile.permissionSet} in ${profile.account}`;
    return [diagnose("CST0403", `two profiles would be named \`${profile.name}\`: ${roles}`, { help: "give the permission sets different names under `profiles: short`" })];
  });
}
function unknownDefault(profiles, naming) {
  const chosen = naming.default;
  if (chosen === void 0 || profiles.some(({ name }) => name === chosen.name)) return [];
  const names4 = profiles.map(({ name }) => name);
  const near = nearName(chosen.name, names4);
  const help = near === void 0 ? `the file makes: ${names4.slice(0, 8).join(", ")}` : `write \`${near}\``;
  return [diagnose("CST0404", `no profile is named \`${chosen.name}\``, { span: chosen.span, help })];
}

// packages/access/src/questions/decide-grant.ts
var globalServices2 = new Set(
  "account aws-portal billing budgets ce cloudfront consolidatedbilling cur freetier globalaccelerator iam invoicing organizations payments purchase-orders route53 shield support tax".split(
    " "
  )
);
function decisionInput(view, grant, person, request) {
  const { principal, accountId: accountId3, facts } = view.bearerOf(grant, person);
  const [service = ""] = request.action.split(":");
  const region2 = globalServices2.has(service.toLowerCase()) ? "us-east-1" : view.estate.organization.region;
  const context = { "aws:RequestedRegion": region2, ...request.context };
  const resourceAccount = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(request.resource)?.[1] ?? accountId3;
  return { principal, request: { action: request.action, resource: request.resource, resourceAccount, context }, policies: view.policiesOf(grant).policies, facts };
}
function decideGrant(view, grant, person, request) {
  return decide(decisionInput(view, grant, person, request));
}

// packages/access/src/questions/control-policy-levels.ts
var fullAwsAccess = {
  name: "FullAWSAccess",
  description: "Allows access to every operation.",
  document: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  targets: [],
  tags: {}
};
function controlPolicyLevels(estate, account) {
  if (!estate.organization.serviceControlPoliciesEnabled) return [];
  const listed = estate.serviceControlPolicies.some((policy) => policy.name === fullAwsAccess.name);
  const unit = estate.accounts.find((one) => one.name === account)?.unit ?? "/";
  const levels4 = [{ kind: "root" }, ...unitsTo(unit).map((path) => ({ kind: "unit", path })), { kind: "account", name: account }];
  return levels4.map((level) => {
    const attached = estate.serviceControlPolicies.filter((policy) => policy.targets.some((target) => sameTarget(target, level)));
    return listed ? attached : [fullAwsAccess, ...attached];
  });
}
function unitsTo(unit) {
  return pathsTo(unit === "/" ? void 0 : unit.slice(1)).map((path) => `/${path}`);
}
function sameTarget(a, b) {
  return a.kind === b.kind && ("path" in a ? a.path : "name" in a ? a.name : "") === ("path" in b ? b.path : "name" in b ? b.name : "");
}

// packages/access/src/questions/policy-shelf.ts
function policyShelf(catalog2) {
  const shelf = /* @__PURE__ */ new Map();
  const once2 = (key, make) => {
    const known = shelf.get(key) ?? make();
    shelf.set(key, known);
    return known;
  };
  return {
    managed: (arn, kind) => once2(`${kind} ${arn}`, () => {
      const policy = catalog2.managedPolicy(arn);
      return policy === void 0 ? { kind: "unusable", reason: `the catalogue has no AWS managed policy \`${arn}\`` } : compile(policy.document, policy.name, kind);
    }),
    written: (document, id, kind) => once2(`${kind} ${id} ${document}`, () => compile(document, id, kind))
  };
}
function compile(document, id, kind) {
  const parsed = parsePolicy(document, { kind, accept: "meaningful" });
  if (parsed.kind === "policy") return { kind: "policy", policy: compilePolicy(parsed.policy, id) };
  return { kind: "unusable", reason: `policy \`${id}\`: ${parsed.message}` };
}

// packages/access/src/questions/principal-arn.ts
var unknownAccountId = "000000000000";
function reservedPath(region2) {
  return region2 === "us-east-1" ? "aws-reserved/sso.amazonaws.com" : `aws-reserved/sso.amazonaws.com/${region2}`;
}
function reservedRoleArn(account, permissionSet, region2) {
  return `arn:aws:iam::${account}:role/${reservedPath(region2)}/${reservedRoleName(account, permissionSet)}`;
}
function reservedRoleName(account, permissionSet) {
  return `AWSReservedSSO_${permissionSet}_${fingerprint(`${account}/${permissionSet}`)}`;
}
function reservedSessionArn(account, permissionSet, userName) {
  return `arn:aws:sts::${account}:assumed-role/${reservedRoleName(account, permissionSet)}/${userName}`;
}
function iamUserArn(account, userName, path = "/") {
  return `arn:aws:iam::${account}:user${path}${userName}`;
}
function fingerprint(text3) {
  let hash = 0xcbf29ce484222325n;
  for (const character of text3) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

// packages/access/src/questions/estate-view.ts
function openEstate(estate, catalog2) {
  const shelf = policyShelf(catalog2);
  const known = /* @__PURE__ */ new Map();
  const policiesOf = (grant) => {
    const key = JSON.stringify([grant.kind, grant.principal, grant.kind === "permissionSet" ? grant.permissionSet : "", grant.account]);
    const policies2 = known.get(key) ?? collect(grant, estate, shelf);
    known.set(key, policies2);
    return policies2;
  };
  return {
    estate,
    catalog: catalog2,
    policiesOf,
    documentsOf: (grant) => documents(grant, estate, catalog2),
    bearerOf: (grant, person) => bearer(grant, person, estate)
  };
}
function collect(grant, estate, shelf) {
  const identity2 = grant.kind === "permissionSet" ? setPolicies(grant.permissionSet, grant.account, estate, shelf) : iamGroupPolicies(grant, estate, shelf);
  const boundary = grant.kind === "permissionSet" ? boundaryOf(findSet(grant.permissionSet, estate), grant.account, estate, shelf) : void 0;
  const levels4 = controlPolicyLevels(estate, grant.account).map((level) => level.map((policy) => shelf.written(policy.document, policy.name, "scp")));
  const all = [...identity2, ...boundary === void 0 ? [] : [boundary], ...levels4.flat()];
  const policies2 = {
    identity: usable(identity2),
    ...boundary?.kind === "policy" ? { boundary: boundary.policy } : {},
    ...levels4.length === 0 ? {} : { scps: levels4.map(usable) }
  };
  return { policies: policies2, problems: all.flatMap((one) => one.kind === "unusable" ? [one.reason] : []) };
}
function findSet(name, estate) {
  return estate.permissionSets.find((set) => set.name === name);
}
function setPolicies(name, account, estate, shelf) {
  const set = findSet(name, estate);
  if (set === void 0) return [{ kind: "unusable", reason: `there is no permission set \`${name}\`` }];
  const inline = set.inlinePolicy === void 0 ? [] : [shelf.written(set.inlinePolicy, `${name} (inline)`, "identity")];
  const customer = set.customerManagedPolicies.map((policy) => customerPolicy(policy.name, account, estate, shelf, "identity"));
  return [...set.managedPolicies.map((arn) => shelf.managed(arn, "identity")), ...customer, ...inline];
}
function customerPolicy(name, account, estate, shelf, kind) {
  const found = estate.iam.find((iam) => iam.account === account)?.policies.find((policy) => policy.name === name);
  if (found === void 0) return { kind: "unusable", reason: `account \`${account}\` has no customer managed policy \`${name}\`` };
  return shelf.written(found.document, name, kind);
}
function boundaryOf(set, account, estate, shelf) {
  const boundary = set?.boundary;
  if (boundary === void 0) return void 0;
  return boundary.kind === "aws" ? shelf.managed(boundary.arn, "boundary") : customerPolicy(boundary.policy.name, account, estate, shelf, "boundary");
}
function iamGroupPolicies({ principal, account }, estate, shelf) {
  const group = estate.iam.find((iam) => iam.account === account)?.groups.find((one) => one.name === principal.name);
  const inline = Object.entries(group?.inlinePolicies ?? {}).map(([name, document]) => shelf.written(document, name, "identity"));
  const attached = (group?.managedPolicies ?? []).map(
    (arn) => /^arn:aws[a-z-]*:iam::aws:/.test(arn) ? shelf.managed(arn, "identity") : customerPolicy(arn.split("/").at(-1) ?? arn, account, estate, shelf, "identity")
  );
  return [...attached, ...inline];
}
function usable(policies2) {
  return policies2.flatMap((one) => one.kind === "policy" ? [one.policy] : []);
}
function documents(grant, estate, catalog2) {
  const managed = (arns) => arns.flatMap((arn) => catalog2.managedPolicy(arn)?.document ?? []);
  const iam = estate.iam.find((one) => one.account === grant.account);
  const customer = (names4) => (iam?.policies ?? []).filter((policy) => names4.includes(policy.name)).map((policy) => policy.document);
  if (grant.kind === "iamGroup") {
    const group = iam?.groups.find((one) => one.name === grant.principal.name);
    const arns = group?.managedPolicies ?? [];
    return [...managed(arns), ...customer(arns.map((arn) => arn.split("/").at(-1) ?? arn)), ...Object.values(group?.inlinePolicies ?? {})];
  }
  const set = findSet(grant.permissionSet, estate);
  const inline = set?.inlinePolicy === void 0 ? [] : [set.inlinePolicy];
  return [...managed(set?.managedPolicies ?? []), ...customer((set?.customerManagedPolicies ?? []).map(({ name }) => name)), ...inline];
}
function bearer(grant, person, estate) {
  const accountId3 = estate.accounts.find((account) => account.name === grant.account)?.id ?? unknownAccountId;
  const managementAccount2 = isManagement(estate, grant.account);
  const org = estate.organization.id === void 0 ? {} : { principalOrgId: estate.organization.id };
  if (grant.kind === "iamGroup") return { principal: iamUserArn(accountId3, person), accountId: accountId3, facts: { managementAccount: managementAccount2, ...org } };
  const roleArn = reservedRoleArn(accountId3, grant.permissionSet, estate.organization.region);
  return { principal: reservedSessionArn(accountId3, grant.permissionSet, person), accountId: accountId3, facts: { managementAccount: managementAccount2, roleArn, ...org } };
}
function isManagement(estate, account) {
  const { managementAccount: managementAccount2 } = estate.organization;
  return managementAccount2 === account || estate.accounts.some(({ name, id }) => name === account && id === managementAccount2);
}

// packages/access/src/questions/grant.ts
function grantsOf(estate) {
  const assigned = estate.assignments.map(({ principal, permissionSet, account, source }) => withSource({ kind: "permissionSet", principal, permissionSet, account }, source));
  const iam = estate.iam.flatMap(
    ({ account, groups: groups2 }) => groups2.map(({ name, source }) => withSource({ kind: "iamGroup", principal: { kind: "group", name }, account }, source))
  );
  return [...assigned, ...iam];
}
function withSource(grant, source) {
  return source === void 0 ? grant : { ...grant, source };
}
function holdersOf(grant, estate) {
  const { principal, account } = grant;
  if (grant.kind === "iamGroup") {
    const users = estate.iam.find((iam) => iam.account === account)?.users ?? [];
    return users.filter((user) => user.groups.includes(principal.name)).map((user) => user.name);
  }
  if (principal.kind === "user") return [principal.name];
  return estate.groups.find((group) => group.displayName === principal.name)?.members ?? [];
}
function grantInWords(grant) {
  const set = grant.kind === "permissionSet" ? [grant.permissionSet] : [];
  return [grant.principal.name, ...set, grant.account].join(" > ");
}

// packages/access/src/questions/decide-administrators.ts
var probes = {
  permissionSet: ["sso:CreateAccountAssignment", "sso:PutInlinePolicyToPermissionSet", "identitystore:CreateGroupMembership", "iam:CreateUser", "iam:AttachRolePolicy", "organizations:AttachPolicy"],
  iamGroup: ["iam:CreateUser", "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:CreateAccessKey"]
};
var administratorAccess = /:policy\/AdministratorAccess$/;
function decideAdministrators(view, enough = Number.POSITIVE_INFINITY) {
  const { estate } = view;
  const home = grantsOf(estate).filter((grant) => isManagement(estate, grant.account));
  const people = /* @__PURE__ */ new Set();
  for (const grant of home.toSorted((a, b) => likelihood(b, view) - likelihood(a, view))) {
    if (people.size >= enough) break;
    const holders = holdersOf(grant, estate);
    if (holders.length > 0 && administers(view, grant, holders)) for (const holder of holders) people.add(holder);
  }
  return [...people].toSorted();
}
function administers(view, grant, [person = ""]) {
  return probes[grant.kind].every((action) => decideGrant(view, grant, person, { action, resource: "*" }).outcome === "Allowed");
}
function likelihood(grant, { estate }) {
  const attached = grant.kind === "permissionSet" ? estate.permissionSets.find((set) => set.name === grant.permissionSet)?.managedPolicies : estate.iam.flatMap((iam) => iam.groups).find((group) => group.name === grant.principal.name)?.managedPolicies;
  return (attached ?? []).some((arn) => administratorAccess.test(arn)) ? 1 : 0;
}

// packages/access/src/tasks/task-statements.ts
var anyBoundary = "*";
function allowStatements(task) {
  return statements2(task, "Allow", anyBoundary);
}
function denyStatements(task, boundary) {
  return statements2(task, "Deny", boundary);
}
function statements2(task, effect, boundary) {
  const pieces = task.pieces.filter((piece2) => boundary !== void 0 || piece2.boundaryOnly !== true);
  const stem = (effect === "Allow" ? "Use" : "Never") + pascalCase(task.name);
  return pieces.map((piece2, index) => statement(piece2, effect, pieces.length === 1 ? stem : `${stem}${index + 1}`, boundary ?? anyBoundary));
}
function statement(piece2, effect, sid, boundary) {
  const named3 = (text3) => text3.replaceAll("{boundary}", boundary);
  const condition = piece2.condition === void 0 ? {} : { Condition: mapValues(piece2.condition, named3) };
  return { Sid: sid, Effect: effect, Action: oneOr(piece2.actions), Resource: oneOr(piece2.resources.map(named3)), ...condition };
}
function mapValues(block, change) {
  const tests = (keys) => Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, values.map(change)]));
  return Object.fromEntries(Object.entries(block).map(([operator2, keys]) => [operator2, tests(keys)]));
}
function oneOr(values) {
  const [first] = values;
  return values.length === 1 && first !== void 0 ? first : values;
}
function pascalCase(name) {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word2) => word2 !== "");
  return words.map((word2) => word2.charAt(0).toUpperCase() + word2.slice(1)).join("");
}

// packages/access/src/roles/set-policy.ts
function setPolicy(section, resolving) {
  const managed = [];
  const allowed = [];
  for (const use2 of section.use) {
    const found = use2.kind === "named" ? usedPolicy(use2.word.text, resolving) : void 0;
    if (found?.kind === "managed") managed.push(found.policy.arn);
    else allowed.push(...statementsOf2(use2, resolving));
  }
  const statements3 = [...neverStatements(section.never ?? [], resolving), ...allowed];
  const managedPolicies = [...new Set(managed)];
  return statements3.length === 0 ? { managedPolicies } : { managedPolicies, inlinePolicy: policyText2(statements3) };
}
function statementsOf2(use2, resolving) {
  if (use2.kind === "policy") return readStatements(use2.policy.data) ?? [];
  const found = usedPolicy(use2.word.text, resolving);
  if (found?.kind === "task") return found.task.kind === "patterns" ? allowStatements(found.task) : [];
  if (found?.kind !== "file") return [];
  const text3 = resolving.readText(found.path);
  return text3 === void 0 ? [] : readStatements(text3) ?? [];
}
function neverStatements(words, resolving, boundary) {
  return patternTasks(words, resolving).flatMap((task) => denyStatements(task, boundary));
}
function patternTasks(words, { tasks: tasks2 }) {
  return words.flatMap((word2) => {
    const task = tasks2.get(word2.text);
    return task?.kind === "patterns" ? [task] : [];
  });
}
function policyText2(statements3) {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements3 });
}

// packages/access/src/roles/boundary-policy.ts
var castellanPath = "/castellan/";
function boundaryPolicy({ key, value: value2 }, resolving) {
  const name = key.text;
  return {
    name,
    path: castellanPath,
    description: value2.description?.text ?? `Permissions boundary ${name}, made by Castellan.`,
    document: boundaryDocument(name, value2, resolving),
    tags: ownedTags(void 0, resolving.owner),
    source: sourceOf(key.span, resolving.file)
  };
}
function boundaryDocument(name, value2, resolving) {
  const everything2 = [{ Sid: "EverythingElse", Effect: "Allow", Action: "*", Resource: "*" }];
  const allowed = value2.use === void 0 ? everything2 : patternTasks(value2.use, resolving).flatMap((task) => allowStatements(task));
  return policyText2([...neverStatements(value2.never ?? [], resolving, `${castellanPath.slice(1)}${name}`), ...allowed]);
}
function boundaryOf2(word2, resolving) {
  if ((resolving.content.boundaries ?? []).some(({ key }) => key.text === word2.text)) {
    return { kind: "customer", policy: { name: word2.text, path: castellanPath } };
  }
  const found = usedPolicy(word2.text, { ...resolving, tasks: /* @__PURE__ */ new Map() });
  return found?.kind === "managed" ? { kind: "aws", arn: found.policy.arn } : void 0;
}

// packages/access/src/resolve/check-desired.ts
function checkDesired(desired, resolving, reading) {
  checkPolicyFiles(resolving, reading);
  checkPolicies(resolving, reading);
  checkProfiles(desired, resolving, reading);
  if (!reading.diagnostics.some(({ severity }) => severity === "error")) checkAdministrators(desired, resolving, reading);
}
function checkPolicyFiles(resolving, reading) {
  const uses = resolving.content.permissionSets.flatMap(({ value: value2 }) => value2.use);
  for (const use2 of uses) {
    const found = use2.kind === "named" ? usedPolicy(use2.word.text, resolving) : void 0;
    if (use2.kind !== "named" || found?.kind !== "file") continue;
    const text3 = resolving.readText(found.path);
    const { span } = use2.word;
    if (text3 === void 0) reading.report("CST0110", `policy file \`${found.path}\` cannot be read`, { span, help: "the path is taken from the access file's folder" });
    else if (readStatements(text3) === void 0) reading.report("CST0209", `\`${found.path}\` is not an IAM policy`, { span, help: "a JSON policy with `Statement`" });
  }
}
function checkPolicies(resolving, reading) {
  const iam = resolving.content.organization.method?.text === "iam-users";
  for (const { key, value: value2 } of resolving.content.permissionSets) {
    const { inlinePolicy } = setPolicy(value2, resolving);
    const store = iam ? "managedPolicy" : "roleInlinePolicies";
    if (inlinePolicy !== void 0) checkDocument({ document: inlinePolicy, store, kind: "identity", owner: `permission set \`${key.text}\``, span: key.span }, reading);
  }
  for (const { key, value: value2 } of resolving.content.boundaries ?? []) {
    const document = boundaryDocument(key.text, value2, resolving);
    checkDocument({ document, store: "managedPolicy", kind: "boundary", owner: `boundary \`${key.text}\``, span: key.span }, reading);
  }
}
function checkDocument({ document, store, kind, owner, span }, reading) {
  const limit = policyLimits[store];
  const length = countCharacters(document, limit);
  if (length > limit.maxCharacters) {
    reading.report("CST0208", `the policy of ${owner} has ${length} characters`, { span, help: `AWS allows ${limit.maxCharacters}; use fewer tasks, or wider patterns` });
  }
  const parsed = parsePolicy(document, { kind });
  if (parsed.kind === "policy") return;
  const notes = parsed.diagnostics.slice(0, 3).map(({ message, help }) => ({ message: help === void 0 ? message : `${message}: ${help}` }));
  reading.report("CST0209", `AWS would refuse the policy of ${owner}: ${parsed.message}`, { span, notes });
}
function checkProfiles({ estate }, { content }, reading) {
  if (content.organization.method?.text === "iam-users") return;
  const { diagnostics } = listProfiles(estate, profileNaming(content));
  const at2 = content.profiles?.name?.span ?? content.profiles?.span ?? content.organization.span;
  reading.diagnostics.push(...diagnostics.map((diagnostic) => diagnostic.span === void 0 ? { ...diagnostic, span: at2 } : diagnostic));
}
function checkAdministrators({ estate, administrators }, { content, catalog: catalog2 }, reading) {
  const people = decideAdministrators(openEstate(estate, catalog2), administrators.atLeast);
  if (people.length >= administrators.atLeast) return;
  const message = people.length === 0 ? "nobody administers the organization" : `only \`${people[0]}\` administers the organization`;
  const span = content.people === void 0 ? content.organization.span : content.people[0]?.key.span ?? content.organization.span;
  const help = "put a second person into a group with AdministratorAccess in the management account, or say why one is enough: `sign-in: {sole-administrator: \u2026}`";
  reading.report("CST0205", message, { span, help });
}

// packages/access/src/resolve/resolve-accounts.ts
function resolveAccounts({ content, file }) {
  return content.accounts.map(({ key, value: value2 }) => ({
    name: key.text,
    ...value2.id === void 0 ? {} : { id: value2.id.text },
    ...value2.email === void 0 ? {} : { email: value2.email.text },
    unit: value2.unit === void 0 ? "/" : `/${value2.unit.text}`,
    tags: plainTags(value2.tags),
    source: sourceOf(key.span, file)
  })).toSorted(byName((account) => account.name));
}
function resolveUnits({ content, file }) {
  const units = /* @__PURE__ */ new Map();
  for (const { value: value2 } of content.accounts) {
    for (const path of pathsTo(value2.unit?.text)) {
      if (value2.unit !== void 0 && !units.has(path)) units.set(path, { path: `/${path}`, source: sourceOf(value2.unit.span, file) });
    }
  }
  return [...units.values()].toSorted(byName((unit) => unit.path));
}
function resolveGuardrails(resolving) {
  const { content } = resolving;
  const policies2 = /* @__PURE__ */ new Map();
  for (const { key, value: value2 } of content.guardrails ?? []) {
    const target = targetOf(key.text, content);
    for (const word2 of target === void 0 ? [] : value2) {
      const policy = controlPolicy(word2, resolving);
      if (policy === void 0 || target === void 0) continue;
      const targets = [...policies2.get(policy.name)?.targets ?? [], target];
      policies2.set(policy.name, { ...policies2.get(policy.name) ?? policy, targets });
    }
  }
  return [...policies2.values()].toSorted(byName((policy) => policy.name));
}
function targetOf(place, content) {
  if (place === everywhere) return { kind: "root" };
  const unit = unitNames(content).get(place);
  if (unit !== void 0) return { kind: "unit", path: `/${unit}` };
  return content.accounts.some(({ key }) => key.text === place) ? { kind: "account", name: place } : void 0;
}
function controlPolicy(word2, { owner, file }) {
  const phrase = parseGuardrailPhrase(word2.text);
  const guardrail = findGuardrail(phrase.name);
  if (guardrail === void 0) return void 0;
  return {
    name: controlPolicyName(phrase),
    description: guardrail.doc,
    document: controlPolicyDocument(guardrail, phrase.words),
    targets: [],
    tags: ownedTags(void 0, owner),
    source: sourceOf(word2.span, file)
  };
}

// packages/access/src/resolve/resolve-people.ts
function presentPeople({ content }) {
  return (content.people ?? []).filter(({ value: value2 }) => value2.left === void 0);
}
function resolveUsers(resolving) {
  return presentPeople(resolving).map(({ key, value: value2 }) => ({
    userName: key.text,
    ...namesOfPerson(key.text, value2.name?.text),
    email: key.text,
    source: sourceOf(key.span, resolving.file)
  })).toSorted(byName((user) => user.userName));
}
function resolveGroups(resolving) {
  return resolving.content.groups.map(({ key, value: value2 }) => ({
    displayName: value2.text,
    members: membersOf(key.text, resolving),
    source: sourceOf(key.span, resolving.file)
  })).toSorted(byName((group) => group.displayName));
}
function membersOf(group, resolving) {
  const members = presentPeople(resolving).filter(({ value: value2 }) => (value2.is ?? []).some((word2) => word2.text === group));
  return [...new Set(members.map(({ key }) => key.text))].toSorted();
}
function namesOfPerson(address, name) {
  const words = name?.split(/\s+/) ?? (address.split("@")[0] ?? address).split(/[._+-]+/).filter((word2) => word2 !== "").map(capitalised);
  const [givenName = address, ...rest] = words;
  const familyName = rest.join(" ") === "" ? givenName : rest.join(" ");
  return { displayName: name ?? words.join(" "), givenName, familyName };
}
function capitalised(word2) {
  return word2.charAt(0).toUpperCase() + word2.slice(1);
}

// packages/access/src/resolve/resolve-iam.ts
function resolveIam(resolving) {
  const { content } = resolving;
  const passwords2 = content.signIn?.passwords;
  const passwordPolicy = passwords2 === void 0 ? {} : { passwordPolicy: passwordPolicyOf(passwords2) };
  const management = managementAccount(content);
  const users = content.organization.method?.text === "iam-users";
  const accounts = content.accounts.map(({ key }) => {
    const atHome = key.text === management;
    const own = users && atHome ? methodB(resolving, management) : { policies: [], groups: [], users: [] };
    const policies2 = [...own.policies, ...users && !atHome ? [] : boundariesIn(key.text, resolving)].toSorted(byName((policy) => policy.name));
    return { account: key.text, ...atHome ? passwordPolicy : {}, ...own, policies: policies2 };
  });
  return accounts.filter((iam) => iam.policies.length + iam.groups.length + iam.users.length > 0 || "passwordPolicy" in iam).toSorted(byName((iam) => iam.account));
}
function passwordPolicyOf(section) {
  const mixed = section.plain !== true;
  return {
    minimumLength: section.length,
    requireSymbols: mixed,
    requireNumbers: mixed,
    requireUppercase: mixed,
    requireLowercase: mixed,
    allowUsersToChange: true,
    ...section.expire === void 0 ? {} : { maxAge: section.expire },
    ...section.reuse === void 0 ? {} : { reusePrevention: section.reuse }
  };
}
function boundariesIn(account, resolving) {
  const { content } = resolving;
  const sets = new Set(cellsOf(content).filter((cell) => cell.account === account).map((cell) => cell.set.text));
  const used = new Set(content.permissionSets.filter(({ key }) => sets.has(key.text)).flatMap(({ value: value2 }) => value2.boundary?.text ?? []));
  return (content.boundaries ?? []).filter(({ key }) => used.has(key.text)).map((entry) => boundaryPolicy(entry, resolving));
}
function methodB(resolving, account) {
  const { content } = resolving;
  const cells = cellsOf(content).filter((cell) => cell.account === account);
  const granted = new Set(cells.map((cell) => cell.set.text));
  const policies2 = content.permissionSets.filter(({ key }) => granted.has(key.text)).flatMap(({ key }) => setAsPolicy(key.text, resolving) ?? []);
  const groups2 = content.groups.map(({ key, value: value2 }) => {
    const sets = cells.filter((cell) => cell.group === key.text).map((cell) => cell.set.text);
    return iamGroup(value2.text, sets, sourceOf(key.span, resolving.file), resolving);
  });
  return { policies: policies2, groups: groups2.toSorted(byName((group) => group.name)), users: iamUsers(resolving, cells) };
}
function setAsPolicy(name, resolving) {
  const entry = resolving.content.permissionSets.find(({ key }) => key.text === name);
  const document = entry === void 0 ? void 0 : setPolicy(entry.value, resolving).inlinePolicy;
  if (entry === void 0 || document === void 0) return void 0;
  const source = sourceOf(entry.key.span, resolving.file);
  return { name, path: castellanPath, document, tags: ownedTags(void 0, resolving.owner), source };
}
function iamGroup(name, sets, source, resolving) {
  const entries = resolving.content.permissionSets.filter(({ key }) => sets.includes(key.text));
  const arns = entries.flatMap(({ key, value: value2 }) => {
    const policy = setPolicy(value2, resolving);
    const own = policy.inlinePolicy === void 0 ? [] : [policyArn(key.text, resolving)];
    return [...policy.managedPolicies, ...own];
  });
  return { name, path: "/", managedPolicies: [...new Set(arns)].toSorted(), inlinePolicies: {}, source };
}
function policyArn(name, { content }) {
  return `arn:aws:iam::${content.organization.management.text}:policy${castellanPath}${name}`;
}
function iamUsers(resolving, cells) {
  const { content } = resolving;
  const displayNames = new Map(content.groups.map(({ key, value: value2 }) => [key.text, value2.text]));
  return presentPeople(resolving).map(({ key, value: value2 }) => {
    const keys = [...new Set((value2.is ?? []).map((word2) => word2.text))];
    const boundary = sharedBoundary(keys, cells, resolving);
    return {
      name: key.text,
      path: "/",
      groups: keys.flatMap((group) => displayNames.get(group) ?? []).toSorted(),
      ...boundary === void 0 ? {} : { boundary: policyArn(boundary, resolving) },
      tags: ownedTags(void 0, resolving.owner),
      source: sourceOf(key.span, resolving.file)
    };
  }).toSorted(byName((user) => user.name));
}
function sharedBoundary(groups2, cells, { content }) {
  const sets = new Set(cells.filter((cell) => groups2.includes(cell.group)).map((cell) => cell.set.text));
  const wanted = new Set(content.permissionSets.filter(({ key }) => sets.has(key.text)).map(({ value: value2 }) => value2.boundary?.text));
  const [only] = wanted;
  return wanted.size === 1 && (content.boundaries ?? []).some(({ key }) => key.text === only) ? only : void 0;
}

// packages/access/src/resolve/resolve-sets.ts
function resolvePermissionSets(resolving) {
  return resolving.content.permissionSets.map((entry) => resolveSet(entry, resolving)).toSorted(byName((set) => set.name));
}
function resolveSet({ key, value: value2 }, resolving) {
  const boundary = value2.boundary === void 0 ? void 0 : boundaryOf2(value2.boundary, resolving);
  return {
    name: key.text,
    ...value2.description === void 0 ? {} : { description: value2.description.text },
    sessionDuration: isoDuration(value2.session?.minutes ?? 60),
    ...value2.relayState === void 0 ? {} : { relayState: value2.relayState.text },
    customerManagedPolicies: [],
    ...setPolicy(value2, resolving),
    ...boundary === void 0 ? {} : { boundary },
    tags: ownedTags(value2.tags, resolving.owner),
    source: sourceOf(key.span, resolving.file)
  };
}
function isoDuration(minutes) {
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest === 0 ? "" : `${rest}M`}`;
}
function resolveAssignments({ content, file }, rows = content.access) {
  const displayNames = new Map(content.groups.map(({ key, value: value2 }) => [key.text, value2.text]));
  return cellsOf(content, rows).map(({ account, group, set }) => ({
    account,
    permissionSet: set.text,
    principal: { kind: "group", name: displayNames.get(group) ?? group },
    source: sourceOf(set.span, file)
  })).toSorted(byName(({ account, permissionSet, principal }) => JSON.stringify([account, permissionSet, principal.name])));
}

// packages/access/src/resolve/resolve-removals.ts
function resolveRemovals(resolving) {
  const { content, file } = resolving;
  const left = (content.people ?? []).filter(({ value: value2 }) => value2.left !== void 0);
  const people = left.map(({ key }) => ({ name: key.text, source: sourceOf(key.span, file) }));
  const named3 = (words) => (words ?? []).map((word2) => ({ name: word2.text, source: sourceOf(word2.span, file) }));
  const { retired } = content;
  const account = managementAccount(content);
  const iam = content.organization.method?.text === "iam-users";
  return withoutEmpty({
    users: iam ? [] : people,
    iamUsers: iam ? people.map((person) => ({ ...person, account })) : [],
    memberships: iam ? [] : formerMemberships(resolving),
    groups: named3(retired?.groups),
    permissionSets: named3(retired?.permissionSets),
    serviceControlPolicies: named3(retired?.guardrails),
    assignments: retired?.access === void 0 ? [] : resolveAssignments(resolving, retired.access)
  });
}
function formerMemberships({ content, file }) {
  const displayNames = new Map(content.groups.map(({ key, value: value2 }) => [key.text, value2.text]));
  return (content.people ?? []).flatMap(
    ({ key, value: value2 }) => (value2.was ?? []).map((word2) => ({
      user: key.text,
      group: displayNames.get(word2.text) ?? word2.text,
      source: sourceOf(word2.span, file)
    }))
  );
}
function withoutEmpty(removals) {
  return Object.fromEntries(Object.entries(removals).filter(([, list2]) => list2.length > 0));
}

// packages/access/src/resolve/resolve-access-file.ts
function resolveAccessFile(resolving) {
  const reason = resolving.content.signIn?.soleAdministrator?.text;
  return {
    estate: desiredEstate(resolving),
    owner: resolving.owner,
    administrators: reason === void 0 ? { atLeast: 2 } : { atLeast: 1, reason }
  };
}
function desiredEstate(resolving) {
  const { organization, guardrails: guardrails2 } = resolving.content;
  const identityCenter = organization.method?.text !== "iam-users";
  return {
    organization: {
      name: organization.name.text,
      managementAccount: managementAccount(resolving.content),
      region: organization.region.text,
      serviceControlPoliciesEnabled: (guardrails2 ?? []).length > 0
    },
    accounts: resolveAccounts(resolving),
    units: resolveUnits(resolving),
    serviceControlPolicies: resolveGuardrails(resolving),
    users: identityCenter ? resolveUsers(resolving) : [],
    groups: identityCenter ? resolveGroups(resolving) : [],
    permissionSets: identityCenter ? resolvePermissionSets(resolving) : [],
    assignments: identityCenter ? resolveAssignments(resolving) : [],
    iam: resolveIam(resolving),
    removals: resolveRemovals(resolving)
  };
}

// packages/access/src/load-access-file.ts
function loadAccessFile(text3, options) {
  const { content, reading } = readAccessFile(text3, options.file);
  if (content === void 0) return refused(reading);
  const { tasks: tasks2, promises } = checkAccessFile(content, reading, options.catalog);
  const readText2 = options.readText ?? (() => void 0);
  const resolving = { content, file: options.file, catalog: options.catalog, tasks: tasks2, owner: ownerTag(content), readText: readText2 };
  const desired = resolveAccessFile(resolving);
  checkDesired(desired, resolving, reading);
  if (hasErrors(reading.diagnostics)) return refused(reading);
  return { kind: "loaded", content, desired, promises, tasks: tasks2, diagnostics: sortDiagnostics(reading.diagnostics) };
}
function refused(reading) {
  return { kind: "refused", diagnostics: sortDiagnostics(reading.diagnostics) };
}

// packages/access/src/promises/check-structure.ts
function checkReach(claim, probes2) {
  const beyond = probes2.find(({ grant: grant2 }) => !claim.accounts.includes(grant2.account));
  const counts = { checked: probes2.length, counted: "assignments" };
  if (beyond === void 0) return { verdict: "kept", ...counts };
  const { grant, person } = beyond;
  const because = `${grantInWords(grant)} is assigned`;
  const source = grant.source === void 0 ? {} : { source: grant.source };
  return { verdict: "broken", ...counts, counterexample: { who: person, via: grantInWords(grant), account: grant.account, because, ...source } };
}
function checkPeople2(claim, estate) {
  const { displayName } = claim.group;
  const members = /* @__PURE__ */ new Set([
    ...estate.groups.filter((group) => group.displayName === displayName).flatMap((group) => group.members),
    ...estate.iam.flatMap((iam) => iam.users).filter((user) => user.groups.includes(displayName)).map((user) => user.name)
  ]);
  const counts = { checked: members.size, counted: "people" };
  if (members.size >= claim.atLeast) return { verdict: "kept", ...counts };
  const because = members.size === 0 ? "nobody is in it" : `only ${[...members].join(", ")}`;
  return { verdict: "broken", ...counts, counterexample: { who: displayName, via: displayName, account: estate.organization.managementAccount, because } };
}

// packages/access/src/promises/narrow-statement.ts
function narrowStatements(document) {
  return (readStatements(document) ?? []).flatMap((data) => {
    const statement2 = readNarrow(data);
    return statement2 === void 0 ? [] : [statement2];
  });
}
function readNarrow(data) {
  const members = new Map(Object.entries(data ?? {}));
  const resources = texts2(members.get("Resource"));
  const condition = readCondition2(members.get("Condition"));
  const wide = resources.includes("*") && Object.keys(condition).length === 0;
  if (members.get("Effect") !== "Allow" || wide) return void 0;
  return { actions: fold3(members.get("Action")), notActions: fold3(members.get("NotAction")), resources, condition };
}
function readCondition2(data) {
  const tests = (value2) => Object.fromEntries(Object.entries(value2 ?? {}).map(([key, values]) => [key, texts2(values)]));
  return Object.fromEntries(Object.entries(data ?? {}).map(([operator2, value2]) => [operator2, tests(value2)]));
}
function texts2(value2) {
  return (Array.isArray(value2) ? value2 : value2 === void 0 ? [] : [value2]).map(String);
}
function fold3(value2) {
  return texts2(value2).map((text3) => text3.toLowerCase());
}
function speaksOf(statement2, action) {
  const folded = action.toLowerCase();
  if (statement2.notActions.length > 0) return !statement2.notActions.some((pattern) => matchesGlob(pattern, folded));
  return statement2.actions.some((pattern) => matchesGlob(pattern, folded));
}

// packages/access/src/promises/sample-requests.ts
var mostResources = 4;
function sampleRequests(action, statements3, setting) {
  const narrow = statements3.filter((statement2) => speaksOf(statement2, action));
  const requests = narrow.flatMap((statement2) => {
    const context = sampleContext(statement2.condition, setting);
    const resources = statement2.resources.length === 0 ? ["*"] : statement2.resources.slice(0, mostResources);
    return resources.map((resource2) => ({ action, resource: sampleArn(resource2, setting), context }));
  });
  return [{ action, resource: "*" }, ...unlike(requests)];
}
function unlike(requests) {
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}
function sampleArn(pattern, setting) {
  const plain = sampleText(pattern, setting, false);
  const fields = plain.split(":");
  if (fields.length < 6) return plain;
  const [arn = "arn", partition2 = "aws", service = "", region2 = "", account = "", ...rest] = fields;
  const own = [arn, partition2, service, region2 === "*" ? setting.region : region2, account === "*" ? setting.accountId : account];
  return [...own, withoutWildcards(rest.join(":"))].join(":");
}
function sampleText(text3, setting, fill) {
  const known = {
    "aws:username": setting.person,
    "aws:userid": `AROASAMPLE:${setting.person}`,
    "aws:principalaccount": setting.accountId
  };
  const named3 = text3.replace(/\$\{([^}]*)\}/g, (_, name) => known[name.toLowerCase()] ?? "sample");
  return fill ? withoutWildcards(named3) : named3;
}
function withoutWildcards(text3) {
  return text3.replace(/\*+/g, "sample").replace(/\?/g, "x");
}
var filled = (value2, setting) => sampleText(value2, setting, true);
var asWritten = (value2) => value2;
var by = (step2) => (value2) => String(Number(value2) + step2);
var samplers = {
  stringequals: filled,
  stringequalsignorecase: filled,
  stringlike: filled,
  arnequals: sampleArn,
  arnlike: sampleArn,
  bool: asWritten,
  binaryequals: asWritten,
  numericequals: asWritten,
  numericlessthanequals: asWritten,
  numericgreaterthanequals: asWritten,
  numericlessthan: by(-1),
  numericgreaterthan: by(1),
  dateequals: asWritten,
  datelessthanequals: asWritten,
  dategreaterthanequals: asWritten,
  ipaddress: (value2) => value2.replace(/\/\d+$/, ""),
  null: () => "sample"
};
function sampleContext(condition, setting) {
  const values = Object.entries(condition).flatMap(([operator2, tests]) => {
    const name = operator2.toLowerCase().replace(/^for(any|all)values?:/, "").replace(/ifexists$/, "");
    const sampler = Object.hasOwn(samplers, name) ? samplers[name] : void 0;
    return Object.entries(tests).flatMap(([key, [value2]]) => {
      if (sampler === void 0 || value2 === void 0 || name === "null" && value2 === "true") return [];
      return [[key, sampler(value2, setting)]];
    });
  });
  return Object.fromEntries(values);
}

// packages/access/src/promises/grant-probe.ts
var somebody = "somebody@example.com";
function probeGrant(view, grant) {
  const [person = somebody] = holdersOf(grant, view.estate);
  const statements3 = view.documentsOf(grant).flatMap(narrowStatements);
  return { view, grant, person, statements: statements3, problems: view.policiesOf(grant).problems };
}
function findAllowed(probe, action) {
  let checked = 0;
  let other;
  for (const request of sampleRequests(action, probe.statements, settingOf(probe))) {
    const decision = decideGrant(probe.view, probe.grant, probe.person, request);
    checked += 1;
    if (decision.outcome === "Allowed") return { checked, found: { request, decision } };
    other = { request, decision };
  }
  return other === void 0 ? { checked } : { checked, other };
}
function settingOf({ view, grant, person }) {
  const accountId3 = view.estate.accounts.find((account) => account.name === grant.account)?.id ?? unknownAccountId;
  return { accountId: accountId3, region: view.estate.organization.region, person };
}
function counterexample({ grant, person }, request, decision) {
  return {
    who: person === somebody ? "nobody yet" : person,
    via: grantInWords(grant),
    account: grant.account,
    action: request.action,
    resource: request.resource,
    ...request.context === void 0 ? {} : { context: request.context },
    because: becauseInWords(decision),
    ...grant.source === void 0 ? {} : { source: grant.source }
  };
}
function becauseInWords(decision) {
  const [first] = decision.because;
  if (first === void 0) return decisionRules[decision.rule];
  const name = first.sid === void 0 ? `statement ${first.index + 1}` : `statement ${first.index + 1} (${first.sid})`;
  return `${first.policyId}, ${name} ${first.effect === "Deny" ? "denies" : "allows"} it`;
}

// packages/access/src/promises/check-promises.ts
function checkPromises(view, promises) {
  const probes2 = grantsOf(view.estate).map((grant) => probeGrant(view, grant));
  return promises.map((promise) => ({ promise, ...findingOf(promise.claim, probes2, view) }));
}
function findingOf(claim, probes2, view) {
  switch (claim.kind) {
    case "only":
      return checkDenied(outside2(claim.groups, inPlace(claim.place, probes2)), claim.task, view);
    case "never":
      return checkDenied(inside(claim.groups, inPlace(claim.place, probes2)), claim.task, view);
    case "may":
      return checkAllowed(claim, probes2, view);
    case "reach":
      return checkReach(claim, inside(claim.groups, probes2));
    case "people":
      return checkPeople2(claim, view.estate);
  }
}
function inPlace(place, probes2) {
  return place.kind === "anywhere" ? probes2 : probes2.filter(({ grant }) => place.accounts.includes(grant.account));
}
function inside(groups2, probes2) {
  return probes2.filter(({ grant }) => grant.principal.kind === "group" && groups2.some((group) => group.displayName === grant.principal.name));
}
function outside2(groups2, probes2) {
  const allowed = new Set(inside(groups2, probes2));
  return probes2.filter((probe) => !allowed.has(probe));
}
function checkDenied(probes2, task, view) {
  const actions = expandTask(task, view.catalog);
  let checked = 0;
  for (const probe of probes2) {
    for (const action of actions) {
      const answer = findAllowed(probe, action);
      checked += answer.checked;
      if (answer.found === void 0) continue;
      const { request, decision } = answer.found;
      return { verdict: "broken", checked, counted: "requests", counterexample: counterexample(probe, request, decision) };
    }
  }
  return settled(checked, probes2.flatMap(({ problems }) => problems), actions, task);
}
function checkAllowed(claim, probes2, view) {
  const actions = claim.task.core ?? expandTask(claim.task, view.catalog);
  const accounts = claim.place.kind === "anywhere" ? view.estate.accounts.map(({ name }) => name) : claim.place.accounts;
  let checked = 0;
  for (const group of claim.groups) {
    for (const account of accounts) {
      const own = inside([group], probes2).filter(({ grant }) => grant.account === account);
      const finding = checkGroupAllowed(own, group, account, actions);
      checked += finding.checked;
      if (finding.verdict !== "kept") return { ...finding, checked };
    }
  }
  return settled(checked, [], actions, claim.task);
}
function checkGroupAllowed(probes2, group, account, actions) {
  let checked = 0;
  for (const action of actions) {
    const answers = probes2.map((probe) => ({ probe, answer: findAllowed(probe, action) }));
    checked += answers.reduce((sum, { answer }) => sum + answer.checked, 0);
    if (answers.some(({ answer }) => answer.found !== void 0)) continue;
    const problems = probes2.flatMap((probe) => probe.problems);
    if (problems.length > 0) return settled(checked, problems, actions);
    const refused2 = answers.find(({ answer }) => answer.other !== void 0);
    const example = refused2?.answer.other === void 0 ? { who: group.displayName, via: group.displayName, account, action, because: `\`${group.key}\` gets nothing in ${account}` } : counterexample(refused2.probe, refused2.answer.other.request, refused2.answer.other.decision);
    return { verdict: "broken", checked, counted: "requests", counterexample: example };
  }
  return settled(checked, [], actions);
}
function settled(checked, problems, actions, task) {
  const [reason] = actions.length === 0 ? [`no action of AWS is known to belong to \`${task?.name ?? "the task"}\``] : problems;
  return reason === void 0 ? { verdict: "kept", checked, counted: "requests" } : { verdict: "undecided", checked, counted: "requests", reason };
}

// packages/access/_prof.ts
var text2 = readFileSync2("examples/multi-account.yaml", "utf8");
var catalog = installedCatalog();
var loaded = loadAccessFile(text2, { file: "x", catalog });
if (loaded.kind === "loaded") {
  const t = performance.now();
  checkPromises(openEstate(loaded.desired.estate, catalog), loaded.promises);
  console.log(performance.now() - t);
}
