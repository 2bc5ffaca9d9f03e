import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'

const MEASURE = `
import json, time
began = time.perf_counter()
import build123d
took = time.perf_counter() - began
print("HEWN " + json.dumps({"build123d": build123d.__version__, "volume": build123d.Box(10, 10, 10).volume, "import": round(took, 2)}))`

/** Debian's package for a library that the wheels expect from the system. */
const PACKAGE_OF = {
  'libGL.so.1': 'libgl1',
  'libX11.so.6': 'libx11-6',
  'libXext.so.6': 'libxext6',
  'libexpat.so.1': 'libexpat1',
  'libgomp.so.1': 'libgomp1',
  'libstdc++.so.6': 'libstdc++6',
  'libz.so.1': 'zlib1g',
  'libfontconfig.so.1': 'libfontconfig1',
}

/** Installed is what can be imported and measures a cube right. */
export async function measureCube(python, env) {
  const { code, lines } = await runTool(python, ['-c', MEASURE], { env: { ...env, OPENBLAS_NUM_THREADS: '1' } })
  const said = lines.find((line) => line.startsWith('HEWN '))
  const result = code === 0 && said ? JSON.parse(said.slice(5)) : undefined
  if (result && Math.abs(result.volume - 1000) <= 1e-6) return result

  const library = /(lib[\w.+-]+\.so[\w.]*): cannot open shared object/.exec(lines.join('\n'))?.[1]
  const error = new SetupError('SETUP_IMPORT', {
    found: result
      ? `a cube of 10 mm that measures ${result.volume} mm³`
      : library
        ? `no ${library} on this system`
        : (lines.at(-1) ?? `status ${code}`),
    needed: library
      ? `the library ${library}${PACKAGE_OF[library] ? `, which the package ${PACKAGE_OF[library]} has` : ''}`
      : 'a build123d that can be imported and measures 1000 mm³',
    next: PACKAGE_OF[library]
      ? `apt-get install -y ${PACKAGE_OF[library]}   then npm start`
      : 'npm start again; or HEWN_PYTHON=<a Python with build123d> npm start',
    lines,
  })
  throw Object.assign(error, { library })
}
