import { normalized } from '../pythonNames.ts';

/** What the best known distributions are imported as, where an environment cannot tell. */
const TABLE = `
  antlr4-python3-runtime: antlr4
  argon2-cffi: argon2
  attrs: attr attrs
  azure-identity: azure
  azure-storage-blob: azure
  beautifulsoup4: bs4
  biopython: Bio BioSQL
  black: black blackd
  cassandra-driver: cassandra
  discord-py: discord
  django-cors-headers: corsheaders
  django-debug-toolbar: debug_toolbar
  django-environ: environ
  django-filter: django_filters
  django-storages: storages
  djangorestframework: rest_framework
  dnspython: dns
  factory-boy: factory
  faiss-cpu: faiss
  faiss-gpu: faiss
  gitpython: git
  google-api-python-client: googleapiclient apiclient
  google-auth: google
  google-cloud-storage: google
  grpcio-tools: grpc_tools
  grpcio: grpc
  hydra-core: hydra
  imbalanced-learn: imblearn
  ipython: IPython
  kafka-python: kafka
  levenshtein: Levenshtein
  linkify-it-py: linkify_it
  markdown-it-py: markdown_it
  matplotlib: matplotlib mpl_toolkits pylab
  mkdocs-material: material
  msgpack-python: msgpack
  mysql-connector-python: mysql
  mysqlclient: MySQLdb
  nvidia-ml-py: pynvml
  opencv-contrib-python: cv2
  opencv-python-headless: cv2
  opencv-python: cv2
  opensearch-py: opensearchpy
  opentelemetry-api: opentelemetry
  opentelemetry-sdk: opentelemetry
  pillow: PIL
  pinecone-client: pinecone
  poetry-core: poetry
  protobuf: google
  psycopg2-binary: psycopg2
  pycairo: cairo
  pycryptodome: Crypto
  pycryptodomex: Cryptodome
  pygithub: github
  pygobject: gi
  pyjwt: jwt
  pymupdf: fitz pymupdf
  pynacl: nacl
  pyopenssl: OpenSSL
  pypdf2: PyPDF2
  pyqt5: PyQt5
  pyqt6: PyQt6
  pyserial: serial
  pyside6: PySide6 shiboken6
  pytest-xdist: xdist
  pytest: pytest _pytest
  python-dateutil: dateutil
  python-decouple: decouple
  python-docx: docx
  python-dotenv: dotenv
  python-jose: jose
  python-ldap: ldap
  python-levenshtein: Levenshtein
  python-magic: magic
  python-multipart: multipart python_multipart
  python-pptx: pptx
  python-slugify: slugify
  python-socketio: socketio
  python-telegram-bot: telegram
  pyusb: usb
  pywin32: pythoncom pywintypes win32api win32com win32con win32event win32file win32gui win32service
  pyyaml: yaml
  pyzmq: zmq
  rpi-gpio: RPi
  ruamel-yaml: ruamel
  scikit-image: skimage
  scikit-learn: sklearn
  setuptools: setuptools pkg_resources
  strawberry-graphql: strawberry
  tensorflow-cpu: tensorflow
  torch: torch functorch
  tortoise-orm: tortoise
  umap-learn: umap
  weaviate-client: weaviate
  websocket-client: websocket
  wxpython: wx
  zope-interface: zope
`;

const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split('\n').flatMap((line): readonly [string, readonly string[]][] => {
    const [name, imports] = line.trim().split(':');
    return name === undefined || imports === undefined ? [] : [[name, imports.trim().split(/\s+/)]];
  }),
);

/** What a distribution is imported as, where that is known here. */
export function importsOf(distribution: string): readonly string[] | undefined {
  return IMPORTS.get(normalized(distribution));
}

/** Whether a distribution may well bring a module, by their names alone. */
export function mayBring(distribution: string, module: string): boolean {
  if (importsOf(distribution)?.includes(module) === true) return true;
  const name = coreOf(distribution);
  const asked = coreOf(module);
  return asked === '' || name.includes(asked) || (name !== '' && asked.includes(name));
}

/** Words of names that say no more than that it is a package for Python. */
const FILLERS: ReadonlySet<string> = new Set([
  ...['python', 'python3', 'py', 'py3', 'lib', 'types', 'stubs', 'client', 'sdk', 'api', 'core'],
]);

function coreOf(name: string): string {
  const words = normalized(name)
    .split('-')
    .filter((word) => !FILLERS.has(word));
  return words.join('').replace(/^py(?=[a-z]{3})/, '');
}
