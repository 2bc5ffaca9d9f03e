export interface Database<S extends string> {
  /** One transaction: it is on the disk when this resolves, or nothing of it is. */
  transact<T>(mode: 'readonly' | 'readwrite', work: (stores: Record<S, IDBObjectStore>) => Promise<T>): Promise<T>
}

export interface DatabaseForm<S extends string> {
  name: string
  stores: readonly S[]
  /** `strict` outlives a power cut; `relaxed` is for what can be had again. */
  durability: 'strict' | 'relaxed'
  make(database: IDBDatabase): void
}

/** Opened when first needed, and again when the browser has closed it. */
export function database<S extends string>(factory: IDBFactory, form: DatabaseForm<S>): Database<S> {
  const { name, stores, durability } = form
  let opened: Promise<IDBDatabase> | undefined
  const forget = () => {
    opened = undefined
  }

  return {
    async transact(mode, work) {
      opened ??= open(factory, form, forget)
      const found = await opened.catch((error: unknown) => {
        forget()
        throw error
      })
      const transaction = found.transaction([...stores], mode, { durability })
      const end = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () =>
          reject(transaction.error ?? new Error(`The database ${name} took nothing`)),
        )
      })
      try {
        const each = stores.map((store) => [store, transaction.objectStore(store)])
        const result = await work(Object.fromEntries(each) as Record<S, IDBObjectStore>)
        await end
        return result
      } catch (error) {
        end.catch(() => {})
        if (!transaction.error) abort(transaction)
        throw error
      }
    },
  }
}

/** What a request comes to. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The database gave no answer')))
  })
}

async function open<S extends string>(
  factory: IDBFactory,
  { name, make }: DatabaseForm<S>,
  forget: () => void,
): Promise<IDBDatabase> {
  const request = factory.open(name, 1)
  request.addEventListener('upgradeneeded', () => make(request.result))
  const opened = await resultOf(request)
  opened.addEventListener('close', forget)
  // Another tab has a newer page, which waits for this one to let go.
  opened.addEventListener('versionchange', () => {
    forget()
    opened.close()
  })
  return opened
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It had already ended.
  }
}
