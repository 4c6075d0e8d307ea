import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { AppError } from '../../shared/app-error'
import type { Archive } from './zip-guard'
import { refused } from './zip-guard'

export type Attributes = Readonly<Record<string, string>>

/** Names are given without their namespace prefix: Excel writes `row`, others `x:row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /** Reading stops once this element is closed: what follows it costs nothing. */
  until?: string
}

/**
 * Reads one XML part of an archive as events, in bounded memory. Document type declarations are refused, so no entity
 * can be defined (billion laughs). `signal` is looked at between chunks.
 */
export async function readXml(
  archive: Archive,
  part: string,
  nom: string,
  handlers: XmlHandlers,
  signal?: AbortSignal,
): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  parser.on('doctype', () => {
    throw refused(nom, 'contient une définition de document (DTD), ce qu’aucun classeur ordinaire n’a.')
  })
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), tag.attributes))
  const state = { done: false }
  parser.on('closetag', (tag) => {
    const name = localName(tag.name)
    handlers.close?.(name)
    if (name === handlers.until) state.done = true
  })
  if (handlers.text) parser.on('text', handlers.text)
  if (handlers.text) parser.on('cdata', handlers.text)
  let decoder: StringDecoder | undefined
  try {
    for await (const chunk of archive.read(part)) {
      signal?.throwIfAborted()
      decoder ??= new StringDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf16le' : 'utf8')
      parser.write(decoder.write(chunk))
      if (state.done) return
    }
    if (decoder) parser.write(decoder.end())
    parser.close()
  } catch (error) {
    if (error instanceof AppError || signal?.aborted) throw error
    throw refused(nom, `est abîmé : sa partie « ${part} » n’est pas lisible.`, error)
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** `r:id` whatever the prefix. */
export function prefixedId(attributes: Attributes): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key === undefined ? undefined : attributes[key]
}

/** Relationship targets of a part, resolved to names of the archive: id → { type, cible }. */
export async function readRelations(
  archive: Archive,
  part: string,
  nom: string,
): Promise<Map<string, { type: string; cible: string }>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const file = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const relations = new Map<string, { type: string; cible: string }>()
  if (!archive.has(file)) return relations
  await readXml(archive, file, nom, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || !Id || !Target) return
      const cible = new URL(Target, `zip:///${folder}`).pathname.slice(1)
      relations.set(Id, { type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1), cible: decodeURI(cible) })
    },
  })
  return relations
}

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376, ST_Xstring). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
