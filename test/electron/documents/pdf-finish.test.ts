import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { DocumentDecrit } from '../../../electron/documents/html-description'
import { footerFonts } from '../../../electron/documents/html-fonts'
import { finishPdf } from '../../../electron/documents/pdf-finish'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const imprime = (nom: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/imprimes/${nom}.pdf`, import.meta.url)))
const proprietes = { auteur: 'Académie de Rennes', sujet: 'Lettres de mission', creeLe: '2026-11-22T10:00:00.000Z' }
const pied = {
  sujet: 'HAMON Nadège',
  mention: 'lettre de mission 2026-2027',
  premierePage: '96 rue d’Antrain – 35000 Rennes',
}

/** What was printed into the fixtures: one letter of two pages, then that one and another of two. */
const une: DocumentDecrit = { titre: 'Lettre de mission', parties: [{ titre: 'HAMON Nadège', blocs: [], pied }] }
const deux: DocumentDecrit = {
  titre: 'Lettres de mission – Œuvrard & Łuczak',
  parties: [
    ...une.parties,
    { titre: 'ŁUCZAK Maëlle – formatrice', blocs: [], pied: { ...pied, sujet: 'ŁUCZAK Maëlle' } },
  ],
}
const achever = (nom: string, document: DocumentDecrit): Uint8Array =>
  finishPdf(imprime(nom), document, proprietes, footerFonts(resources))

const outil = (nom: string): boolean => spawnSync(nom, ['-v']).error === undefined

/** The file read by another program. */
function lire(bytes: Uint8Array, commande: string, ...options: string[]): string {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-pdf-'))
  const fichier = join(dossier, 'lu.pdf')
  writeFileSync(fichier, bytes)
  const { stdout } = spawnSync(commande, [...options, fichier, ...(commande === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
  })
  rmSync(dossier, { recursive: true })
  return stdout
}

describe('achever un PDF imprimé', () => {
  it('écrit titre, auteur, sujet, langue et dates, sans lire l’horloge', async () => {
    const pdf = await PDFDocument.load(achever('deux-lettres', deux), { updateMetadata: false })
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getCreator()]).toEqual([
      deux.titre,
      'Académie de Rennes',
      'Lettres de mission',
      'Registre MLDS',
    ])
    expect(pdf.getCreationDate()?.toISOString()).toBe(proprietes.creeLe)
    expect(pdf.getModificationDate()?.toISOString()).toBe(proprietes.creeLe)
    const langue = pdf.catalog.get(PDFName.of('Lang'))
    expect(langue instanceof PDFHexString ? langue.decodeText() : '').toBe('fr-FR')
    expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
  })

  it('nomme chaque partie dans le plan et la replie quand il y en a plusieurs', async () => {
    const pdf = await PDFDocument.load(achever('deux-lettres', deux))
    const plan = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const premiere = plan.lookup(PDFName.of('First'), PDFDict)
    const seconde = premiere.lookup(PDFName.of('Next'), PDFDict)
    const titres = [premiere, seconde].map((entree) => entree.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    expect(titres).toEqual(['HAMON Nadège', 'ŁUCZAK Maëlle – formatrice'])
    expect(Number(plan.get(PDFName.of('Count'))?.toString())).toBe(2)
    expect(Number(premiere.get(PDFName.of('Count'))?.toString())).toBeLessThan(0)
    const [page] = seconde.lookup(PDFName.of('Dest'), PDFArray).asArray()
    expect(pdf.getPages().findIndex(({ ref }) => ref === page)).toBeGreaterThan(0)
  })

  it('refuse un document dont les parties ne sont pas celles qui ont été imprimées', () => {
    expect(() => achever('deux-lettres', une)).toThrow('printed PDF with 2 titles for 1 parts')
    expect(() => finishPdf(new TextEncoder().encode('%PDF-1.4 tronqué'), une, proprietes, [])).toThrow(
      'printed PDF without startxref',
    )
  })

  it('donne les mêmes ajouts pour les mêmes faits', () => {
    expect(Buffer.compare(achever('une-lettre', une), achever('une-lettre', une))).toBe(0)
  })

  it.runIf(outil('pdftotext'))('numérote les pages lettre par lettre, l’adresse sur la première seulement', () => {
    const pages = lire(achever('deux-lettres', deux), 'pdftotext', '-layout').split('\f').slice(0, -1)
    const pieds = pages.map((page) => /\S+ \S+ – lettre de mission 2026-2027 – page \d\/\d/u.exec(page)?.[0])
    expect(pieds).toEqual([
      'HAMON Nadège – lettre de mission 2026-2027 – page 1/2',
      'HAMON Nadège – lettre de mission 2026-2027 – page 2/2',
      'ŁUCZAK Maëlle – lettre de mission 2026-2027 – page 1/2',
      'ŁUCZAK Maëlle – lettre de mission 2026-2027 – page 2/2',
    ])
    expect(pages.filter((page) => page.includes('96 rue d’Antrain')).length).toBe(2)
  })

  it.runIf(outil('pdftotext'))('coupe un nom trop long, jamais le numéro de page', () => {
    const sujet =
      'de LA TOUR D’AUVERGNE-MONTMORENCY-LAVAL DE LA ROCHEFOUCAULD ŒUVRARD-SAINT-HILAIRE Maximilienne-Philippine'
    const texte = lire(
      achever('une-lettre', { ...une, parties: [{ titre: 'x', blocs: [], pied: { ...pied, sujet } }] }),
      'pdftotext',
      '-layout',
    )
    expect(texte).toMatch(/de LA TOUR D’AUVERGNE.*… – lettre de mission 2026-2027 – page 1\/\d/u)
  })

  it.runIf(outil('qpdf'))('reste un PDF sans défaut pour un autre lecteur', () => {
    expect(lire(achever('deux-lettres', deux), 'qpdf', '--check')).toContain(
      'No syntax or stream encoding errors found',
    )
  })
})
