import { BrowserWindow, dialog } from 'electron'
import type { FileFilter, Shell } from '../register/shell'

const extensions = (filtres: FileFilter[]) => filtres.map(({ nom, extensions }) => ({ name: nom, extensions }))

export const chooseFile: Shell['chooseFile'] = async ({ titre, filtres }) => {
  const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
    title: titre,
    buttonLabel: 'Choisir',
    filters: extensions(filtres),
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export const chooseTarget: Shell['chooseTarget'] = async ({ titre, nomPropose, filtres }) => {
  const { canceled, filePath } = await dialog.showSaveDialog(owner(), {
    title: titre,
    buttonLabel: 'Enregistrer',
    defaultPath: nomPropose,
    filters: extensions(filtres),
  })
  return canceled || filePath === '' ? null : filePath
}

export const chooseFolder: Shell['chooseFolder'] = async ({ titre }) => {
  const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
    title: titre,
    buttonLabel: 'Choisir ce dossier',
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

function owner(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows().filter((candidate) => candidate.isVisible())
  if (!window) throw new Error('no window to own the dialog')
  return window
}
