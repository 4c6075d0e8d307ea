import { expect, test } from 'vitest'
import { reconnaitreDepot } from '../../../../shared/domain/fichier/depot'

test.each([
  ['annuaire.csv', 'annuaire'],
  ['Suivi MLDS.XLSX', 'classeur'],
  ['suivi.v2.xlsm', 'classeur'],
  ['rennes.mlds', 'registre'],
])('reconnaît « %s » comme %s', (nom, genre) => {
  expect(reconnaitreDepot(nom)).toEqual({ genre })
})

test.each([
  ['suivi.xls', 'd’avant 2007'],
  ['suivi.ods', 'LibreOffice'],
  ['suivi.zip', 'archive'],
  ['lettre.docx', 'ne se dépose pas ici'],
  ['Documents', 'un dossier ou un fichier sans extension'],
])('refuse « %s » en disant quoi faire', (nom, dit) => {
  const depot = reconnaitreDepot(nom)
  expect(depot).toMatchObject({ genre: 'refuse', motif: expect.stringContaining(dit) as string })
  expect(depot).toMatchObject({ motif: expect.stringMatching(/Rien n’a été importé\.$/) as string })
})
