import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { limitesArchive, openArchive } from '../../../electron/documents/zip-guard'
import { parseXlsx } from '../../../electron/documents/xlsx-parse'
import { classeurBrut, feuilleBrute, partiesDuClasseur } from '../../helpers/classeur'
import { zip } from '../../helpers/zip'

const sain = { feuilles: [{ nom: 'A', donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }
const blancs = Buffer.alloc(20_000_000, 32)
const compose = (flux: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(flux, 'utf16le')])

async function refus(lecture: Promise<unknown>): Promise<string> {
  const error = await lecture.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe('invalid')
  return (error as AppError).message
}

describe('un classeur piégé ou illisible est refusé avec sa phrase', () => {
  const cas: readonly [string, () => Uint8Array, RegExp][] = [
    ['fichier vide', () => new Uint8Array(0), /est vide/],
    ['texte renommé', () => Buffer.from('Nom;Prénom\nA;B\n'), /n’est pas un classeur Excel/],
    ['mot de passe', () => compose('EncryptedPackage'), /protégé par un mot de passe/],
    ['ancien .xls', () => compose('Workbook'), /ancien format d’Excel \(\.xls\)/],
    [
      'macros',
      () => classeurBrut({ ...sain, parties: [{ nom: 'xl/vbaProject.bin', contenu: 'x' }] }),
      /contient des macros/,
    ],
    [
      'entrée chiffrée',
      () => classeurBrut({ ...sain, parties: [{ nom: 'x', contenu: 'x', chiffre: true }] }),
      /mot de passe/,
    ],
    [
      'nom qui sort',
      () => classeurBrut({ ...sain, parties: [{ nom: '../../etc/x', contenu: 'x' }] }),
      /sort de l’archive/,
    ],
    ['nom absolu', () => classeurBrut({ ...sain, parties: [{ nom: '/etc/x', contenu: 'x' }] }), /sort de l’archive/],
    [
      'nom en double',
      () => zip([...partiesDuClasseur(sain), { nom: 'XL/workbook.xml', contenu: 'x' }]),
      /deux fois la même partie/,
    ],
    [
      'bombe franche',
      () => classeurBrut({ ...sain, parties: [{ nom: 'x', contenu: blancs }] }),
      /anormalement comprimé/,
    ],
    [
      'bombe qui ment sur sa taille',
      () =>
        classeurBrut({ ...sain, parties: [{ nom: 'xl/worksheets/sheet1.xml', contenu: blancs, tailleDeclaree: 400 }] }),
      /anormalement comprimé/,
    ],
    [
      'parties superposées',
      () => zip([...partiesDuClasseur(sain), { nom: 'x', contenu: 'x', memeDonneesQue: 3 }]),
      /anormalement comprimé/,
    ],
    [
      '2 001 parties',
      () => zip(Array.from({ length: 2001 }, (_, index) => ({ nom: `p${index}`, contenu: 'x' }))),
      /contient 2001 parties/,
    ],
    ['tronqué', () => classeurBrut(sain).subarray(0, 600), /abîmé ou incomplet/],
    [
      'somme de contrôle fausse',
      () => classeurBrut({ ...sain, parties: [{ nom: 'xl/worksheets/sheet1.xml', contenu: 'x', crc: 1 }] }),
      /abîmé/,
    ],
    [
      'définition de document (milliard de rires)',
      () =>
        classeurBrut({
          ...sain,
          parties: [
            {
              nom: 'xl/worksheets/sheet1.xml',
              contenu: feuilleBrute('<row><c t="str"><v>&b;</v></c></row>').replace(
                '?>',
                '?><!DOCTYPE x [<!ENTITY a "rire"><!ENTITY b "&a;&a;&a;">]>',
              ),
            },
          ],
        }),
      /définition de document/,
    ],
    [
      'entité inconnue',
      () => classeurBrut({ feuilles: [{ nom: 'A', donnees: '<row><c t="str"><v>&b;</v></c></row>' }] }),
      /sa partie « xl\/worksheets\/sheet1\.xml » n’est pas lisible/,
    ],
    ['document Word', () => zip([{ nom: 'word/document.xml', contenu: 'x' }]), /n’est pas un classeur Excel/],
    ['sans feuille', () => classeurBrut({}), /aucune feuille de calcul/],
  ]
  it.each(cas)('%s', async (_, bytes, phrase) => {
    const message = await refus(parseXlsx(bytes(), 'suivi.xlsx'))
    expect(message).toMatch(phrase)
    expect(message).toMatch(/^« suivi\.xlsx » .* Rien n’a été importé\.$/)
  })

  it('refuse un fichier au-delà de 50 Mo sans le lire', async () => {
    expect(await refus(openArchive(new Uint8Array(50_000_001), 'gros.xlsx'))).toBe(
      '« gros.xlsx » pèse 51 Mo ; la limite est de 50 Mo. Rien n’a été importé.',
    )
  })

  it('refuse une somme de tailles déclarées au-delà de la limite', async () => {
    const limites = { ...limitesArchive, octetsDecompresses: 700 }
    expect(await refus(openArchive(classeurBrut(sain), '', limites))).toMatch(/^Ce fichier est anormalement comprimé/)
  })

  it('laisse de côté les liens externes et les objets incorporés, en le disant', async () => {
    const parties = ['xl/externalLinks/externalLink1.xml', 'xl/embeddings/oleObject1.bin'].map((nom) => ({
      nom,
      contenu: 'x',
    }))
    const { avertissements, feuilles } = await parseXlsx(classeurBrut({ ...sain, parties }))
    expect(feuilles).toHaveLength(1)
    expect(avertissements.join(' ')).toMatch(/d’autres classeurs.*objets incorporés/)
  })
})
